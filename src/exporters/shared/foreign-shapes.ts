import { z } from 'zod';
import type { CustomFormat, Specification } from '../../model/custom-format.ts';
import { FormatShape } from './format-shape.ts';
import { ProfileShape } from './profile-shape.ts';

const Named = z.record(z.string(), z.unknown());

/** The guide writes fields by name, the servers as a list; both become the list. */
const Conditions = z.array(
  z.looseObject({ fields: z.unknown() }).transform(({ fields, ...rest }) => ({
    ...rest,
    fields: Array.isArray(fields) ? fields : listed(fields),
  })),
);

function listed(fields: unknown): readonly { readonly name: string; readonly value: unknown }[] {
  const named = Named.safeParse(fields);
  return Object.entries(named.data ?? {}).map(([name, value]) => ({ name, value }));
}

/** A custom format as a server exports it (without an id) or as the guide keeps it. */
export const ForeignFormatShape: z.ZodType<ForeignFormat> = z
  .looseObject({
    name: z.string(),
    specifications: Conditions,
    trash_id: z.string().exactOptional(),
    trash_scores: z.record(z.string(), z.number()).exactOptional(),
  })
  .transform(({ trash_id = null, trash_scores = {}, ...format }) => ({
    trashId: trash_id,
    trashScores: trash_scores,
    format: FormatShape.parse({ id: 0, ...format }),
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

/** One condition of a file of edits. @throws {z.ZodError} */
export function conditionOf(condition: Readonly<Record<string, unknown>>): Specification {
  const { format } = ForeignFormatShape.parse({ name: '', specifications: [condition] });
  const [specification] = format.specifications;
  if (specification === undefined) throw new Error('one condition in, one out');
  return specification;
}
