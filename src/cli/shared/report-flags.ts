import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
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
  out: z.string().min(1).optional(),
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
  const from = readSince(since, now);
  if (from === null) {
    throw new AppError(`--since: "${since}" is no time`, {
      code: 'config',
      hint: 'Write an age, 7d, or a day, 2026-11-01.',
    });
  }
  return {
    asked: { format, folder, name, keep: keep === undefined ? null : Number(keep), latest, redact, full },
    since: from,
    gates: readGates(failOn),
  };
}

function badFlag(issue: z.core.$ZodIssue | undefined): AppError {
  const name = String(issue?.path[0] ?? '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return new AppError(`--${name} ${issue?.message}`, { code: 'config', hint: 'Ask with --help.' });
}
