import type { ReleaseType } from '../model/media-file.ts';
import type { Service } from '../model/service.ts';

/** The servers' enums as their conditions write them; the two number sources differently. Source: servarr.md 11.2. */
const sources: Readonly<Record<Service, readonly string[]>> = {
  radarr: ['unknown', 'cam', 'telesync', 'telecine', 'workprint', 'dvd', 'tv', 'webdl', 'webrip', 'bluray'],
  sonarr: ['unknown', 'television', 'televisionRaw', 'web', 'webRip', 'dvd', 'bluray', 'blurayRaw'],
};

const modifiers = ['none', 'regional', 'screener', 'rawhd', 'brdisk', 'remux'];
const releaseTypes: readonly ReleaseType[] = ['unknown', 'singleEpisode', 'multiEpisode', 'seasonPack'];

/** Number of a quality's source; 0 for one that this service does not know. */
export function sourceNumber(service: Service, source: string): number {
  return Math.max(0, sources[service].indexOf(source));
}

/** Number of a quality's modifier; 0 for none. */
export function modifierNumber(modifier: string | null): number {
  return Math.max(0, modifiers.indexOf(modifier ?? 'none'));
}

/** Number of a release type; 0 for none. */
export function releaseTypeNumber(type: ReleaseType | null): number {
  return Math.max(0, releaseTypes.indexOf(type ?? 'unknown'));
}

/** The enum words of a service behind a number, for people: `webdl`, `remux`; the number itself where there is none. */
export function attributeWord(service: Service, implementation: string, number: number): string {
  const words: Readonly<Record<string, readonly string[]>> = {
    SourceSpecification: sources[service],
    QualityModifierSpecification: modifiers,
    ReleaseTypeSpecification: releaseTypes,
  };
  return words[implementation]?.[number] ?? String(number);
}
