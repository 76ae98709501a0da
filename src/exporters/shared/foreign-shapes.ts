import { z } from 'zod';
import type { CustomFormat, Specification } from '../../model/custom-format.ts';
import { SpecificationShape } from './format-shape.ts';
import { ProfileShape } from './profile-shape.ts';

const NamedFields = z
  .record(z.string(), z.unknown())
  .transform((fields) => Object.entries(fields).map(([name, value]) => ({ name, value })));

/** A condition from elsewhere: the guide writes fields by name, the servers as a list. */
export const ForeignConditionShape: z.ZodType<Specification> = z
  .looseObject({ fields: z.union([z.array(z.unknown()), NamedFields]).default([]) })
  .transform((condition): unknown => condition)
  .pipe(SpecificationShape);

/** A custom format as a server exports it (without an id) or as the guide keeps it. */
export const ForeignFormatShape: z.ZodType<ForeignFormat> = z
  .object({
    name: z.string(),
    includeCustomFormatWhenRenaming: z.boolean().default(false),
    specifications: z.array(ForeignConditionShape),
    trash_id: z.string().nullable().default(null),
    trash_scores: z.record(z.string(), z.number()).default({}),
  })
  .transform(({ name, specifications, trash_id, trash_scores, includeCustomFormatWhenRenaming }) => ({
    trashId: trash_id,
    trashScores: trash_scores,
    format: { id: 0, name, specifications, includedWhenRenaming: includeCustomFormatWhenRenaming },
  }));

/** A format from elsewhere with what the guide says of it. */
export interface ForeignFormat {
  readonly format: CustomFormat;
  readonly trashId: string | null;
  readonly trashScores: Readonly<Record<string, number>>;
}

/** The guide's form of a profile: names instead of ids, formats by the guide's own ids. */
export const GuideProfileShape: z.ZodType<GuideProfile> = z
  .looseObject({
    name: z.string(),
    upgradeAllowed: z.boolean().default(true),
    cutoff: z.string(),
    minFormatScore: z.number().default(0),
    cutoffFormatScore: z.number().default(0),
    minUpgradeFormatScore: z.number().default(1),
    trash_score_set: z.string().default('default'),
    items: z.array(
      z.object({
        name: z.string(),
        allowed: z.boolean().default(false),
        items: z.array(z.string()).default([]),
      }),
    ),
    formatItems: z.record(z.string(), z.string()).default({}),
  })
  .transform(({ trash_score_set, formatItems, ...profile }) => ({
    ...profile,
    scoreSet: trash_score_set,
    trashIds: Object.values(formatItems),
  }));

/** A profile as the guide keeps it; best quality first. */
export interface GuideProfile {
  readonly name: string;
  readonly upgradeAllowed: boolean;
  /** A name of `items`. */
  readonly cutoff: string;
  readonly minFormatScore: number;
  readonly cutoffFormatScore: number;
  readonly minUpgradeFormatScore: number;
  readonly scoreSet: string;
  readonly items: readonly {
    readonly name: string;
    readonly allowed: boolean;
    readonly items: readonly string[];
  }[];
  readonly trashIds: readonly string[];
}

/** A server's own form of a profile. */
export const ServerProfileShape: typeof ProfileShape = ProfileShape;
