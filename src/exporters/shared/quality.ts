import { z } from 'zod';
import type { FileQuality, Language, Quality } from '../../model/quality.ts';

/** A language as both servers write it. */
export const LanguageShape: z.ZodType<Language> = z.object({ id: z.number(), name: z.string().default('') });

const QualityShape = z.object({
  id: z.number(),
  name: z.string().default(''),
  source: z.string().default('unknown'),
  resolution: z.number().default(0),
  modifier: z.string().nullish(),
});

const RevisionShape = z.object({
  version: z.number().default(1),
  real: z.number().default(0),
  isRepack: z.boolean().default(false),
});

/** A quality of the table; Sonarr has no modifier. */
export const ProfileQualityShape: z.ZodType<Quality> = QualityShape.transform(plainQuality);

/** The quality of a file. Source: servarr.md 1.9. */
export const FileQualityShape: z.ZodType<FileQuality> = z
  .object({ quality: QualityShape, revision: RevisionShape.prefault({}) })
  .transform(({ quality, revision }) => ({ ...plainQuality(quality), revision }));

function plainQuality({ modifier, ...quality }: z.infer<typeof QualityShape>): Quality {
  return { ...quality, modifier: modifier ?? null };
}
