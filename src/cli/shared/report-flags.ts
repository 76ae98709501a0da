import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { gateFields } from '../../pipeline/gates.ts';
import type { AskedOutput } from './planned-outputs.ts';
import { type Gate, readGates } from './read-gates.ts';
import { readSince } from './since.ts';

/** The flags of `report`, checked. */
export interface ReportFlags {
  /** What to write; what no flag says, the configuration decides. */
  readonly asked: AskedOutput;
  readonly since: Date;
  readonly gates: readonly Gate[];
}

const Flags = z.object({
  format: z.string().optional(),
  out: z.string().min(1, 'names nothing').optional(),
  since: z.string(),
  failOn: z.array(z.string()).default([]),
  name: z
    .string()
    .regex(/^[^/\\]+$/, 'is a name, not a path')
    .optional(),
  latest: z.boolean().default(false),
  keep: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'is a whole number from 1 on')
    .optional(),
  redact: z.boolean().default(false),
  full: z.boolean().default(false),
});

/** @throws {AppError} code `config` */
export function readReportFlags(raw: unknown, now: Date): ReportFlags {
  const parsed = Flags.safeParse(raw);
  if (!parsed.success) throw badFlag(parsed.error.issues[0]);
  const { format = null, out: folder = null, name = null, keep, ...rest } = parsed.data;
  const { since, failOn, latest, redact, full } = rest;
  return {
    asked: { format, folder, name, keep: keep === undefined ? null : Number(keep), latest, redact, full },
    since: readSince(since, now),
    gates: readGates(failOn, gateFields),
  };
}

function badFlag(issue: z.core.$ZodIssue | undefined): AppError {
  return new AppError(`--${String(issue?.path[0])} ${issue?.message}`, {
    code: 'config',
    hint: 'Ask with --help.',
  });
}
