import { z } from 'zod';
import type { CustomFormat, FieldValue, Specification } from '../../model/custom-format.ts';

/** The server writes scalars only; anything else a newer one might write is kept as its JSON text. */
const Value = z.unknown().transform((value): FieldValue => {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
});

/** A condition as the servers write it. */
export const SpecificationShape: z.ZodType<Specification> = z
  .object({
    name: z.string().default(''),
    implementation: z.string(),
    negate: z.boolean().default(false),
    required: z.boolean().default(false),
    fields: z.array(z.object({ name: z.string(), value: Value.optional() })).default([]),
  })
  .transform(({ name, implementation, negate, required, fields }) => ({
    name,
    implementation,
    isNegated: negate,
    isRequired: required,
    fields: Object.fromEntries(fields.map(({ name, value }) => [name, value ?? null])),
  }));

/** A custom format of either server. Source: servarr.md 2.4. */
export const FormatShape: z.ZodType<CustomFormat> = z
  .object({
    id: z.number(),
    name: z.string(),
    includeCustomFormatWhenRenaming: z.boolean().default(false),
    specifications: z.array(SpecificationShape).default([]),
  })
  .transform(({ includeCustomFormatWhenRenaming, ...format }) => ({
    ...format,
    includedWhenRenaming: includeCustomFormatWhenRenaming,
  }));
