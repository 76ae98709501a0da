import type { FileState } from '../change.ts';
import type { CustomFormat } from '../custom-format.ts';
import type { QualityProfile } from '../quality-profile.ts';
import type { FileFacts } from './file-facts.ts';
import { scoreOf, scoresOf } from './scores.ts';

/** The rules of one moment, by id. */
export interface RulesById {
  readonly profiles: ReadonlyMap<number, QualityProfile>;
  readonly formats: ReadonlyMap<number, CustomFormat>;
}

/** What a file was worth under the rules of a moment. */
export function fileState(facts: FileFacts, { profiles, formats }: RulesById): FileState {
  const { fileId, relativePath, quality, sizeBytes, releaseGroup, formatIds } = facts;
  const profile = profiles.get(facts.profileId) ?? null;
  const scores = profile === null ? null : scoresOf(profile);
  return {
    fileId,
    relativePath,
    quality,
    sizeBytes,
    releaseGroup,
    profileName: profile?.name ?? `profile ${facts.profileId}`,
    score: scoreOf(facts, profile),
    formats: formatIds.map((id) => {
      return { id, name: formats.get(id)?.name ?? `format ${id}`, score: scores?.get(id) ?? 0 };
    }),
  };
}
