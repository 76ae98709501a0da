import { contentHash, fingerprint } from '../lib/fingerprint.ts';
import type { FileFacts } from './changes/file-facts.ts';
import type { CustomFormat } from './custom-format.ts';

/** What formats look at in a file of Radarr. Source: servarr.md 5.1. */
export type MatchInputs = Pick<
  FileFacts,
  | 'relativePath'
  | 'sceneName'
  | 'originalFilePath'
  | 'quality'
  | 'languages'
  | 'releaseGroup'
  | 'edition'
  | 'indexerFlags'
  | 'sizeBytes'
  | 'originalLanguage'
>;

/** A number that differs when anything differs that decides which formats match the file. */
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
