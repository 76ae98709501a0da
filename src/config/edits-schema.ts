import { z } from 'zod';

const name = z.string().min(1);
const whole = z.int('is a whole number');

/** A condition as the servers write it (a list of fields) or the guide does (fields by name). */
const Condition = z.looseObject({
  name: z.string().default(''),
  implementation: name,
  negate: z.boolean().default(false),
  required: z.boolean().default(false),
});

const ProfileEdits = z.strictObject({
  scores: z.record(name, whole).exactOptional(),
  minimum: whole.exactOptional(),
  cutoff: whole.exactOptional(),
  step: whole.min(1, 'is at least 1').exactOptional(),
  upgrades: z.boolean().exactOptional(),
  quality_cutoff: name.exactOptional(),
});

const FormatEdit = z.union([
  z.strictObject({ remove: z.literal(true) }),
  z.strictObject({ specifications: z.array(Condition).min(1, 'needs a condition') }),
]);

/** A file of edits for `simulate`: what to change about profiles and formats, and which files get another profile. */
export const EditsSchema: z.ZodType<EditsFile> = z.strictObject({
  profiles: z.record(name, ProfileEdits).default({}),
  formats: z.record(name, FormatEdit).default({}),
  assign: z.array(z.strictObject({ filter: name, profile: name })).default([]),
});

/** The keys of each block, for guesses at what was meant. */
export const editKeys: readonly string[] = [
  'profiles',
  'formats',
  'assign',
  'scores',
  'minimum',
  'cutoff',
  'step',
  'upgrades',
  'quality_cutoff',
  'remove',
  'specifications',
  'filter',
  'profile',
];

/** What such a file says. */
export interface EditsFile {
  readonly profiles: Readonly<Record<string, ProfileEditsEntry>>;
  readonly formats: Readonly<Record<string, FormatEditEntry>>;
  readonly assign: readonly { readonly filter: string; readonly profile: string }[];
}

/** One profile's edits. */
export interface ProfileEditsEntry {
  readonly scores?: Readonly<Record<string, number>>;
  readonly minimum?: number;
  readonly cutoff?: number;
  readonly step?: number;
  readonly upgrades?: boolean;
  readonly quality_cutoff?: string;
}

/** One format: gone, or its new conditions. */
export type FormatEditEntry =
  | { readonly remove: true }
  | { readonly specifications: readonly Readonly<Record<string, unknown>>[] };
