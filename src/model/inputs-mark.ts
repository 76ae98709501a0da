import { contentHash, fingerprint } from '../lib/fingerprint.ts';
import type { CustomFormat } from './custom-format.ts';
import type { MatchInputs } from './match-inputs.ts';

/** A number that differs when anything differs that decides which formats match a file of Radarr, which has no release type. */
export function inputsMark(inputs: MatchInputs): number {
  const { relativePath, sceneName, originalFilePath, quality, languages, releaseGroup } = inputs;
  const { edition, indexerFlags, sizeBytes, originalLanguage } = inputs;
  const { id, source, resolution, modifier, revision } = quality;
  return fingerprint(
    JSON.stringify([
      relativePath,
      sceneName,
      originalFilePath,
      [id, source, resolution, modifier, revision.version, revision.real, revision.isRepack],
      languages?.map((language) => language.id) ?? null,
      releaseGroup,
      edition,
      indexerFlags.bits,
      sizeBytes,
      originalLanguage?.id ?? null,
    ]),
  );
}

/** A text that differs when any definition differs by which the server matches; names and scores are none. */
export function definitionsMark(formats: readonly CustomFormat[]): string {
  const definitions = formats
    .toSorted((a, b) => a.id - b.id)
    .map(({ id, specifications }) => [id, specifications]);
  return contentHash(JSON.stringify(definitions));
}
