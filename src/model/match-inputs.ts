import type { MediaFile } from './media-file.ts';

/** Everything of a file that formats look at, under the names it has there. Source: servarr.md 5.1. */
export type MatchedFields = Pick<
  MediaFile,
  | 'relativePath'
  | 'sceneName'
  | 'originalFilePath'
  | 'quality'
  | 'languages'
  | 'releaseGroup'
  | 'edition'
  | 'indexerFlags'
  | 'releaseType'
  | 'sizeBytes'
>;

/** The same with what formats look at in its item. */
export interface MatchInputs extends MatchedFields {
  readonly originalLanguage: MediaFile['item']['originalLanguage'];
}
