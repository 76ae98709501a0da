import { z } from 'zod';
import type { Item } from '../../model/item.ts';
import type { Language } from '../../model/quality.ts';
import type { Labels } from './labels.ts';
import { LanguageShape } from './quality.ts';

/** What movies and series have in common, checked. */
export interface ItemRow {
  readonly id: number;
  readonly title: string;
  readonly year: number;
  readonly titleSlug: string;
  readonly imdbId?: string | null | undefined;
  readonly tmdbId?: number | null | undefined;
  readonly tvdbId?: number | null | undefined;
  readonly monitored: boolean;
  readonly tags: readonly number[];
  readonly path: string;
  readonly rootFolderPath?: string | null | undefined;
  readonly runtime: number;
  readonly originalLanguage?: Language | null | undefined;
  readonly qualityProfileId: number;
}

/** Titles of Radarr are translated: never an identity. */
export const ItemRowShape: z.ZodObject<{ readonly [Field in keyof ItemRow]-?: z.ZodType<ItemRow[Field]> }> =
  z.object({
    id: z.number(),
    title: z.string().default(''),
    year: z.number().default(0),
    titleSlug: z.string().default(''),
    imdbId: z.string().nullish(),
    tmdbId: z.number().nullish(),
    tvdbId: z.number().nullish(),
    monitored: z.boolean().default(false),
    tags: z.array(z.number()).default([]),
    path: z.string().default(''),
    rootFolderPath: z.string().nullish(),
    runtime: z.number().default(0),
    originalLanguage: LanguageShape.nullish(),
    qualityProfileId: z.number(),
  });

/** The item of a row. The servers write 0 for an id they do not know. */
export function itemOf(row: ItemRow, labels: Labels): Item {
  const { rootFolderPath, originalLanguage } = row;
  return {
    id: row.id,
    title: row.title,
    year: row.year,
    titleSlug: row.titleSlug,
    imdbId: row.imdbId || null,
    tmdbId: row.tmdbId || null,
    tvdbId: row.tvdbId || null,
    isMonitored: row.monitored,
    tags: labels.tags(row.tags),
    path: row.path,
    rootFolder: rootFolderPath == null ? null : labels.share(`root ${rootFolderPath}`, rootFolderPath),
    runtimeMinutes: row.runtime,
    originalLanguage: originalLanguage ? sharedLanguage(originalLanguage, labels) : null,
    profileId: row.qualityProfileId,
  };
}

function sharedLanguage(language: Language, { share }: Labels): Language {
  return share(`language ${language.id} ${language.name}`, language);
}
