import type { CustomFormat } from '../model/custom-format.ts';
import type { FormatHit } from '../model/media-file.ts';
import type { QualityProfile } from '../model/quality-profile.ts';

/** What matched formats are worth together in a profile; one that it does not list is worth 0. Source: servarr.md 5.7. */
export function scoreOf({ formatScores }: QualityProfile, formatIds: readonly number[]): number {
  const matched = new Set(formatIds);
  return formatScores.reduce((sum, { formatId, score }) => (matched.has(formatId) ? sum + score : sum), 0);
}

/** Matched formats with what a profile gives for each, by id. */
export function formatHits(
  { formatScores }: QualityProfile,
  formats: readonly Pick<CustomFormat, 'id' | 'name'>[],
): readonly FormatHit[] {
  const scoreOfFormat = (id: number): number =>
    formatScores.find(({ formatId }) => formatId === id)?.score ?? 0;
  const hits = formats.map(({ id, name }) => ({ id, name, score: scoreOfFormat(id) }));
  return hits.toSorted((a, b) => a.id - b.id);
}
