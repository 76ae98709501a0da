import { z } from 'zod';
import type { MediaInfo } from '../../model/media-info.ts';
import type { FileQuality, Language } from '../../model/quality.ts';
import { MediaInfoShape } from './media-info-shape.ts';
import { FileQualityShape, LanguageShape } from './quality.ts';

/** What both servers say of a file, checked. */
export interface CommonFile {
  readonly id: number;
  readonly path: string;
  readonly relativePath: string;
  readonly sceneName?: string | null | undefined;
  readonly quality: FileQuality;
  readonly qualityCutoffNotMet: boolean;
  readonly languages?: readonly Language[] | null | undefined;
  readonly releaseGroup?: string | null | undefined;
  readonly indexerFlags?: number | null | undefined;
  readonly size: number;
  readonly dateAdded: Date;
  readonly mediaInfo?: MediaInfo | null | undefined;
  readonly customFormats?: readonly NamedFormat[] | null | undefined;
  readonly customFormatScore: number;
}

/** A format as a file names it. */
export interface NamedFormat {
  readonly id: number;
  readonly name: string;
}

/** Looks and does not copy: a file has two dozen formats, and these are the most of what is checked at all. */
function areNamed(value: unknown): boolean {
  return Array.isArray(value) && value.every(isNamed);
}

function isNamed(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('name' in value)) return false;
  return typeof value.id === 'number' && typeof value.name === 'string';
}

const text = z.string().nullish();

/** Required is only what a score cannot be told without; the rest older and newer servers may lack. */
export const CommonFileShape: z.ZodObject<{
  readonly [Field in keyof CommonFile]-?: z.ZodType<CommonFile[Field]>;
}> = z.object({
  id: z.number(),
  path: z.string().default(''),
  relativePath: z.string().default(''),
  sceneName: text,
  quality: FileQualityShape,
  qualityCutoffNotMet: z.boolean().default(false),
  languages: z.array(LanguageShape).nullish(),
  releaseGroup: text,
  indexerFlags: z.number().nullish(),
  size: z.number().default(0),
  dateAdded: z.coerce.date(),
  mediaInfo: MediaInfoShape.nullish(),
  customFormats: z.custom<readonly NamedFormat[]>(areNamed, 'it is no list of formats').nullish(),
  customFormatScore: z.number(),
});
