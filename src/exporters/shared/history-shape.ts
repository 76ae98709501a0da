import { z } from 'zod';
import type { FileQuality } from '../../model/quality.ts';
import { FileQualityShape } from './quality.ts';

/** A row of `GET /history`, as far as it is kept: addresses, which can hold passkeys, never get in. */
export interface HistoryRow {
  readonly id: number;
  /** Radarr only. */
  readonly movieId: number | null;
  /** Sonarr only, as is the episode. */
  readonly seriesId: number | null;
  readonly episodeId: number | null;
  readonly sourceTitle: string;
  readonly quality: FileQuality;
  readonly formatIds: readonly number[];
  readonly scoreToday: number | null;
  readonly date: Date;
  readonly downloadId: string | null;
  readonly eventType: string;
  readonly data: HistoryData;
}

/** What the event itself carries, on the wire all as text. Source: servarr.md 2.7. */
export interface HistoryData {
  readonly fileId: number | null;
  readonly sizeBytes: number | null;
  readonly releaseGroup: string | null;
  /** Of grabs and imports only. */
  readonly scoreThen: number | null;
  /** Of deletes only: `Upgrade`, `Manual`, `MissingFromDisk`. */
  readonly reason: string | null;
}

const orNull = <T>(value: T | null | undefined): T | null => value ?? null;
const text = z.string().nullish().transform(orNull);
const number = z.number().nullish().transform(orNull);

/** `"469"`; what is no whole number is unknown. */
const wholeNumber = text.transform((value) => (/^-?\d{1,15}$/.test(value ?? '') ? Number(value) : null));

const Data: z.ZodType<HistoryData> = z
  .object({
    fileId: wholeNumber,
    size: wholeNumber,
    releaseGroup: text,
    customFormatScore: wholeNumber,
    reason: text,
  })
  .transform(({ size, customFormatScore, ...data }) => {
    return { ...data, sizeBytes: size, scoreThen: customFormatScore };
  });

/** A row, checked. */
const HistoryRowShape: z.ZodType<HistoryRow> = z
  .object({
    id: z.number(),
    movieId: number,
    seriesId: number,
    episodeId: number,
    sourceTitle: z.string().default(''),
    quality: FileQualityShape,
    customFormats: z.array(z.object({ id: z.number() })).nullish(),
    customFormatScore: number,
    date: z.coerce.date(),
    downloadId: text,
    eventType: z.string(),
    data: Data.default({ fileId: null, sizeBytes: null, releaseGroup: null, scoreThen: null, reason: null }),
  })
  .transform(({ customFormats, customFormatScore, ...row }) => ({
    ...row,
    formatIds: (customFormats ?? []).map(({ id }) => id).sort((a, b) => a - b),
    scoreToday: customFormatScore,
  }));

/** A page; a row of another shape is no reason to lose the others. */
export const HistoryPageShape: z.ZodType<{
  readonly totalRecords: number;
  readonly records: readonly (HistoryRow | null)[];
}> = z.object({
  totalRecords: z.number(),
  records: z.array(HistoryRowShape.nullable().catch(null)),
});
