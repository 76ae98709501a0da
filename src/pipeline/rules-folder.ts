import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type ForeignFormat,
  ForeignFormatShape,
  type GuideProfile,
  GuideProfileShape,
  ServerProfileShape,
} from '../exporters/shared/foreign-shapes.ts';
import { AppError } from '../lib/errors.ts';
import { explainIssues } from '../lib/explain-issues.ts';
import type { Quality } from '../model/quality.ts';
import type { QualityItem, QualityProfile } from '../model/quality-profile.ts';
import type { Rules } from '../model/rules.ts';
import { qualitiesOf } from '../scoring/decision/quality-order.ts';
import type { ForeignRules } from '../scoring/simulation/adopt-rules.ts';

/** The files of a folder, before they meet a server. */
export interface RulesFolder {
  readonly formats: readonly ForeignFormat[];
  readonly profiles: readonly QualityProfile[];
  readonly guideProfiles: readonly GuideProfile[];
}

/**
 * Reads exported formats and profiles, one or a list a file, in the servers' or the guide's JSON form, folders
 * within the folder too.
 *
 * @throws {AppError} code `config`, naming the file, when one is none of these or there is none
 */
export async function readRulesFolder(path: string): Promise<RulesFolder> {
  const names = await readdir(path, { recursive: true }).catch((cause: unknown) => {
    throw new AppError(`${path} cannot be read as a folder`, {
      code: 'config',
      hint: 'Is the path right?',
      cause,
    });
  });
  const files = names.filter((name) => name.endsWith('.json')).toSorted();
  const parts = await Promise.all(files.map((name) => readPart(join(path, name))));
  const all = parts.flat();
  if (all.length === 0) {
    throw new AppError(`${path} has no exported format or profile in it`, {
      code: 'config',
      hint: 'Put the JSON of custom formats and quality profiles there, one or a list a file.',
    });
  }
  return {
    formats: all.filter((part) => 'format' in part),
    guideProfiles: all.filter((part) => 'trashIds' in part),
    profiles: all.filter((part) => 'formatScores' in part),
  };
}

type Part = ForeignFormat | GuideProfile | QualityProfile;

async function readPart(path: string): Promise<readonly Part[]> {
  const value = parse(path, await readFile(path, 'utf8'));
  return (Array.isArray(value) ? value : [value]).map((one: unknown) => partOf(path, one));
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError(`${path} is no JSON`, { code: 'config', hint: 'Export it once more.', cause });
  }
}

function partOf(path: string, value: unknown): Part {
  const parsed = shapeFor(value).safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError(`${path}: ${explainIssues(parsed.error)}`, {
    code: 'config',
    hint: 'It should be a custom format or a quality profile, as a server or the guide writes it.',
  });
}

const Told = z.object({ specifications: z.unknown(), cutoff: z.unknown() }).partial();

/** Formats have conditions; the guide's profiles name their cutoff. */
function shapeFor(value: unknown): z.ZodType<Part> {
  const told = Told.safeParse(value);
  if (told.data?.specifications !== undefined) return ForeignFormatShape;
  return typeof told.data?.cutoff === 'string' ? GuideProfileShape : ServerProfileShape;
}

/**
 * What a folder means for one server: guide profiles get the qualities of that server, by name.
 *
 * @throws {AppError} code `config` for a guide profile whose cutoff is none of its qualities
 */
export function foreignRules({ formats, profiles, guideProfiles }: RulesFolder, own: Rules): ForeignRules {
  const qualities = new Map(
    own.profiles
      .flatMap(({ items }) => items.flatMap(qualitiesOf))
      .map((quality) => [quality.name, quality] as const),
  );
  const numbered = formats.map((one, at) => ({ ...one, format: { ...one.format, id: at + 1 } }));
  return {
    formats: numbered.map(({ format }) => format),
    profiles: [...profiles, ...guideProfiles.map((guide) => guideProfile(guide, numbered, qualities))],
  };
}

function guideProfile(
  guide: GuideProfile,
  formats: readonly ForeignFormat[],
  qualities: ReadonlyMap<string, Quality>,
): QualityProfile {
  const items = guide.items.toReversed().map((item, at) => itemOf(item, qualities, at));
  const scored = formats.filter(({ trashId }) => trashId !== null && guide.trashIds.includes(trashId));
  const { name, upgradeAllowed, minFormatScore, cutoffFormatScore, minUpgradeFormatScore } = guide;
  return {
    id: 0,
    name,
    upgradeAllowed,
    minFormatScore,
    cutoffFormatScore,
    minUpgradeFormatScore,
    cutoff: cutoffId(guide, items),
    items,
    formatScores: scored.map(({ format, trashScores }) => ({
      formatId: format.id,
      name: format.name,
      score: trashScores[guide.scoreSet] ?? trashScores['default'] ?? 0,
    })),
    language: null,
  };
}

/** A quality that the server lists in no profile has no id to be compared by. */
function itemOf(
  { name, allowed, items }: GuideProfile['items'][number],
  qualities: ReadonlyMap<string, Quality>,
  at: number,
): QualityItem {
  const known = (one: string): Quality =>
    qualities.get(one) ?? { id: -1, name: one, source: 'unknown', resolution: 0, modifier: null };
  if (items.length === 0) return { kind: 'quality', quality: known(name), isAllowed: allowed };
  return { kind: 'group', id: 1000 + at, name, qualities: items.map(known), isAllowed: allowed };
}

function cutoffId({ name, cutoff }: GuideProfile, items: readonly QualityItem[]): number {
  const steps = items.flatMap((item) => (item.kind === 'group' ? [item, ...item.qualities] : [item.quality]));
  const step = steps.find((one) => one.name === cutoff);
  if (step !== undefined) return step.id;
  throw new AppError(`the exported profile "${name}" ends at "${cutoff}", which is none of its qualities`, {
    code: 'config',
    hint: 'Its cutoff is the name of a quality or a group in its list.',
  });
}
