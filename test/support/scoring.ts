import type { CustomFormat, FieldValue, Specification } from '../../src/model/custom-format.ts';
import type { FileQuality, Quality } from '../../src/model/quality.ts';
import type { QualityItem, QualityProfile } from '../../src/model/quality-profile.ts';
import type { Graded } from '../../src/scoring/decision/graded.ts';
import { aProfile } from './builders.ts';

const modifier = 'none';

const table: readonly Quality[] = [
  { id: 1, name: 'SDTV', source: 'tv', resolution: 480, modifier },
  { id: 3, name: 'WEBDL-1080p', source: 'webdl', resolution: 1080, modifier },
  { id: 15, name: 'WEBRip-1080p', source: 'webrip', resolution: 1080, modifier },
  { id: 7, name: 'Bluray-1080p', source: 'bluray', resolution: 1080, modifier },
  { id: 31, name: 'Remux-2160p', source: 'bluray', resolution: 2160, modifier: 'remux' },
];

/** A quality of Radarr's table by its name. */
export function named(name: string): Quality {
  const found = table.find((quality) => quality.name === name);
  if (found === undefined) throw new Error(`no quality ${name} in the test's table`);
  return found;
}

/** A quality with a version, plain 1. */
export function revised(name: string, version = 1, only: Partial<FileQuality['revision']> = {}): FileQuality {
  return { ...named(name), revision: { version, real: 0, isRepack: false, ...only } };
}

/** A file or release by quality and score. */
export function graded(name: string, score: number, version = 1): Graded {
  return { quality: revised(name, version), score };
}

/** One step of the order. */
export function step(name: string, isAllowed = true): QualityItem {
  return { kind: 'quality', quality: named(name), isAllowed };
}

/** SDTV (not allowed) < WEB 1080p (a group of two) < Bluray-1080p < Remux-2160p; cutoffs at Bluray-1080p and 100. */
export function aLadder(only: Partial<QualityProfile> = {}): QualityProfile {
  const qualities = [named('WEBDL-1080p'), named('WEBRip-1080p')];
  const web: QualityItem = { kind: 'group', id: 1001, name: 'WEB 1080p', qualities, isAllowed: true };
  const items = [step('SDTV', false), web, step('Bluray-1080p'), step('Remux-2160p')];
  return aProfile({ items, cutoff: 7, cutoffFormatScore: 100, ...only });
}

/** One condition; not negated, not required. */
export function condition(
  implementation: string,
  fields: Readonly<Record<string, FieldValue>>,
  only: Partial<Specification> = {},
): Specification {
  return { name: implementation, implementation, isNegated: false, isRequired: false, fields, ...only };
}

/** A format with an id and its conditions. */
export function aFormat(id: number, ...specifications: readonly Specification[]): CustomFormat {
  return { id, name: `Format ${id}`, includedWhenRenaming: false, specifications };
}

/** A profile's scores by format id. */
export function scores(
  ...points: readonly (readonly [id: number, score: number])[]
): QualityProfile['formatScores'] {
  return points.map(([formatId, score]) => ({ formatId, name: `Format ${formatId}`, score }));
}
