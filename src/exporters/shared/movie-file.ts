import { z } from 'zod';
import type { Item } from '../../model/item.ts';
import type { MatchInputs } from '../../model/match-inputs.ts';
import type { ReadRequest } from '../exporter.ts';
import { type CommonFile, CommonFileShape } from './file-shape.ts';
import { type ItemRow, ItemRowShape } from './item-shape.ts';
import type { Labels } from './labels.ts';

/** A movie of the list. */
export interface MovieRow extends ItemRow {
  readonly movieFileId: number;
}

/** A file of a movie. */
export interface MovieFileRow extends CommonFile {
  readonly movieId: number;
  readonly originalFilePath?: string | null | undefined;
  readonly edition?: string | null | undefined;
}

/** A movie without its file. */
export const MovieShape: z.ZodType<MovieRow> = ItemRowShape.extend({ movieFileId: z.number().default(0) });

/** A movie with its file as the list has it. */
export interface MovieWithFile extends MovieRow {
  readonly movieFile?: MovieFileRow | null | undefined;
}

/** A file with its formats and score. */
export const MovieFileShape: z.ZodType<MovieFileRow> = CommonFileShape.extend({
  movieId: z.number(),
  originalFilePath: z.string().nullish(),
  edition: z.string().nullish(),
});

/** A movie with its file as the list has it: all but formats and score. */
export const MovieWithFileShape: z.ZodType<MovieWithFile> = ItemRowShape.extend({
  movieFileId: z.number().default(0),
  movieFile: CommonFileShape.extend({
    movieId: z.number(),
    originalFilePath: z.string().nullish(),
    edition: z.string().nullish(),
    customFormatScore: z.number().default(0),
  })
    .nullish()
    .catch(null),
});

/** Gives a listed file its formats and score; null where the server has to be asked. */
export type Carrier = (item: Item, file: MovieFileRow, labels: Labels) => MovieFileRow | null;

/** null where everything is asked. */
export function createCarrier({ carry, rules }: ReadRequest): Carrier | null {
  if (carry === null) return null;
  const names = new Map(rules.formats.map(({ id, name }) => [id, name]));
  const scores = new Map(
    rules.profiles.map(({ id, formatScores }) => [
      id,
      new Map(formatScores.map(({ formatId, score }) => [formatId, score])),
    ]),
  );
  return (item, file, labels) => {
    const ids = carry({ itemId: item.id, fileId: file.id, inputs: inputsOf(item, file, labels) });
    const worth = scores.get(item.profileId);
    if (ids === null || worth === undefined) return null;
    const customFormats = ids.map((id) => ({ id, name: names.get(id) ?? '' }));
    return {
      ...file,
      customFormats,
      customFormatScore: ids.reduce((sum, id) => sum + (worth.get(id) ?? 0), 0),
    };
  };
}

function inputsOf(item: Item, file: MovieFileRow, labels: Labels): MatchInputs {
  return {
    relativePath: file.relativePath,
    sceneName: file.sceneName ?? null,
    originalFilePath: file.originalFilePath ?? null,
    quality: file.quality,
    languages: file.languages ?? null,
    releaseGroup: file.releaseGroup ?? null,
    edition: file.edition ?? null,
    indexerFlags: labels.flags(file.indexerFlags ?? 0),
    releaseType: null,
    sizeBytes: file.size,
    originalLanguage: item.originalLanguage,
  };
}
