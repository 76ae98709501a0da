import type { MediaFile } from '../../model/media-file.ts';
import { modifierNumber, releaseTypeNumber, sourceNumber } from '../attribute-numbers.ts';
import { fileTexts } from './file-texts.ts';
import type { FormatInput } from './format-input.ts';

/** What the input of a file hangs on besides the file. */
export interface InputOptions {
  /** Of the server. */
  readonly isWindows: boolean;
}

/** A file's own part of the input: everything its server matches on, and nothing that a later reading may add. */
export type InputFile = Pick<
  MediaFile,
  | 'service'
  | 'item'
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

/** What of an item a file's input hangs on. */
type InputItem = Pick<MediaFile['item'], 'originalLanguage'>;

/** What the server's formats look at for a file in the library. Source: servarr.md 5.1. */
export function fileInput(
  file: Omit<InputFile, 'item'> & { readonly item: InputItem },
  { isWindows }: InputOptions,
): FormatInput {
  const { title, fileName } = fileTexts({ ...file, isWindows });
  return {
    title,
    fileName,
    edition: file.edition,
    releaseGroup: file.releaseGroup,
    languages: file.languages,
    originalLanguage: file.item.originalLanguage,
    source: sourceNumber(file.service, file.quality.source),
    resolution: file.quality.resolution,
    modifier: modifierNumber(file.quality.modifier),
    releaseType: releaseTypeNumber(file.releaseType),
    indexerFlags: file.indexerFlags.bits,
    sizeBytes: file.sizeBytes,
    year: 0,
  };
}
