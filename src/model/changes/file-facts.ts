import type { MatchInputs } from '../match-inputs.ts';
import { type MediaFile, sumOfFormats } from '../media-file.ts';

/**
 * What history keeps of a file in its slots: all that formats look at, and what matched.
 *
 * No score: from facts and the rules of a moment every score and every cause follows, see `scoreOf`.
 */
export interface FileFacts extends MatchInputs, Pick<MediaFile, 'fileId'> {
  /** The item's, as read with the file. */
  readonly profileId: number;
  /** Of the matched formats, ascending. */
  readonly formatIds: readonly number[];
  /** What the server's score has over the sum of its formats: 0, or the reading has an oddity `sum-differs`. */
  readonly surplus: number;
  /** Whether it fills other slots too: then it counts once in what an edit did. */
  readonly isShared: boolean;
}

/** The facts of a file that was read. */
export function factsOf(file: MediaFile): FileFacts {
  const { fileId, relativePath, sceneName, originalFilePath, quality, languages, releaseGroup } = file;
  const { edition, indexerFlags, releaseType, sizeBytes, score, formats } = file;
  return {
    fileId,
    relativePath,
    sceneName,
    originalFilePath,
    quality,
    languages,
    releaseGroup,
    edition,
    indexerFlags,
    releaseType,
    sizeBytes,
    originalLanguage: file.item.originalLanguage,
    profileId: file.profile.id,
    formatIds: formats.map(({ id }) => id).toSorted((a, b) => a - b),
    surplus: score - sumOfFormats(formats),
    isShared: (file.part?.episodes.length ?? 0) > 1,
  };
}
