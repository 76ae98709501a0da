import type { FileState } from '../change.ts';
import type { FormatHit } from '../media-file.ts';
import type { QualityProfile } from '../quality-profile.ts';
import type { Rules } from '../rules.ts';
import type { FileFacts } from './file-facts.ts';
import { scoreOf, scoresOf } from './scores.ts';

/** The rules of one moment, as states are told by them. */
export interface StateRules {
  readonly profiles: ReadonlyMap<number, QualityProfile>;
  /** What formats are worth in a profile; the same list for the same list of ids. */
  readonly hitsOf: (formatIds: readonly number[], profile: QualityProfile | null) => readonly FormatHit[];
}

const known = new WeakMap<Rules, StateRules>();

/** Made once for the same rules: states of hundreds of snapshots share what they say of formats. */
export function stateRules(rules: Rules): StateRules {
  const found = known.get(rules) ?? createStateRules(rules);
  known.set(rules, found);
  return found;
}

function createStateRules({ profiles, formats }: Rules): StateRules {
  const names = new Map(formats.map(({ id, name }) => [id, name]));
  const ofProfiles = new Map<QualityProfile | null, (formatIds: readonly number[]) => readonly FormatHit[]>();
  return {
    profiles: new Map(profiles.map((profile) => [profile.id, profile])),
    hitsOf: (formatIds, profile) => {
      const hitsOf = ofProfiles.get(profile) ?? createHits(names, profile);
      ofProfiles.set(profile, hitsOf);
      return hitsOf(formatIds);
    },
  };
}

function createHits(
  names: ReadonlyMap<number, string>,
  profile: QualityProfile | null,
): (formatIds: readonly number[]) => readonly FormatHit[] {
  const scores = profile === null ? null : scoresOf(profile);
  const hits = new Map<number, FormatHit>();
  const lists = new WeakMap<readonly number[], readonly FormatHit[]>();
  const hitOf = (id: number): FormatHit => {
    const hit = hits.get(id) ?? { id, name: names.get(id) ?? `format ${id}`, score: scores?.get(id) ?? 0 };
    hits.set(id, hit);
    return hit;
  };
  return (formatIds) => {
    const list = lists.get(formatIds) ?? formatIds.map(hitOf);
    lists.set(formatIds, list);
    return list;
  };
}

/** What a file was worth under the rules of a moment. */
export function fileState(facts: FileFacts, { profiles, hitsOf }: StateRules): FileState {
  const { fileId, relativePath, quality, sizeBytes, releaseGroup, formatIds } = facts;
  const profile = profiles.get(facts.profileId) ?? null;
  return {
    fileId,
    relativePath,
    quality,
    sizeBytes,
    releaseGroup,
    profileName: profile?.name ?? `profile ${facts.profileId}`,
    score: scoreOf(facts, profile),
    formats: hitsOf(formatIds, profile),
  };
}
