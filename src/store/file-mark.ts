import { fingerprint } from '../lib/fingerprint.ts';
import { type MediaFile, sumOfFormats } from '../model/media-file.ts';

/**
 * A number that differs when anything differs that the store keeps of the file.
 *
 * What follows from the rules alone (scores and names of formats) is no part of it, nor how the formats were read:
 * after an edit of scores every file of a library still has its mark.
 */
export function fileMark(file: MediaFile): number {
  const { item, profile, score, formats, scoreSource: _, service: __, instance: ___, ...kept } = file;
  return fingerprint(
    JSON.stringify([
      item.id,
      item.originalLanguage,
      profile.id,
      score - sumOfFormats(formats),
      formats.map(({ id }) => id),
      kept,
    ]),
  );
}
