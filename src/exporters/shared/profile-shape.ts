import { z } from 'zod';
import type { FormatScore, QualityItem, QualityProfile } from '../../model/quality-profile.ts';
import { LanguageShape, ProfileQualityShape } from './quality.ts';

const Single = z.object({ quality: ProfileQualityShape, allowed: z.boolean().default(false) });

const Group = z.object({
  id: z.number(),
  name: z.string().default(''),
  items: z.array(z.object({ quality: ProfileQualityShape })),
  allowed: z.boolean().default(false),
});

const ItemShape = z.union([Single, Group]).transform((item): QualityItem => {
  if ('quality' in item) return { kind: 'quality', quality: item.quality, isAllowed: item.allowed };
  const qualities = item.items.map(({ quality }) => quality);
  return { kind: 'group', id: item.id, name: item.name, qualities, isAllowed: item.allowed };
});

const FormatScoreShape = z
  .object({ format: z.number(), name: z.string().default(''), score: z.number() })
  .transform(({ format, name, score }) => ({ formatId: format, name, score }));

/** A quality profile of either server; only Radarr's has a language. Source: servarr.md 2.3, 3.5, 10.4. */
export const ProfileShape: z.ZodType<QualityProfile> = z
  .object({
    id: z.number(),
    name: z.string(),
    upgradeAllowed: z.boolean().default(false),
    cutoff: z.number(),
    items: z.array(ItemShape),
    minFormatScore: z.number().default(0),
    cutoffFormatScore: z.number().default(0),
    minUpgradeFormatScore: z.number().default(1),
    formatItems: z.array(FormatScoreShape),
    language: LanguageShape.nullish(),
  })
  .transform(({ formatItems, language, ...profile }) => ({
    ...profile,
    formatScores: eachOnce(formatItems),
    language: language ?? null,
  }));

/** The servers add up all entries of a matched format: one that is listed twice is worth both. Source: servarr.md 5.7. */
function eachOnce(listed: readonly FormatScore[]): readonly FormatScore[] {
  const byFormat = new Map<number, FormatScore>();
  for (const one of listed) {
    const known = byFormat.get(one.formatId);
    byFormat.set(one.formatId, known === undefined ? one : { ...known, score: known.score + one.score });
  }
  return [...byFormat.values()];
}
