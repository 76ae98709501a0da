import type { MatchedFields } from '../../model/match-inputs.ts';
import type { MediaFile } from '../../model/media-file.ts';
import { modifierNumber, releaseTypeNumber, sourceNumber } from '../attribute-numbers.ts';
import { fileTexts } from './file-texts.ts';
import type { FormatInput } from './format-input.ts';

/** What the input of a file hangs on besides the file. */
export interface InputOptions {
  /** Of the server. */
  readonly isWindows: boolean;
}

/** A file as formats see it. */
export interface InputFile extends MatchedFields, Pick<MediaFile, 'service'> {
  readonly item: Pick<MediaFile['item'], 'originalLanguage'>;
}

/** What the server's formats look at for a file in the library. Source: servarr.md 5.1. */
export function fileInput(file: InputFile, { isWindows }: InputOptions): FormatInput {
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
