import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';

/** What `explain` can be told, checked. */
export interface ExplainFlags {
  readonly format: 'text' | 'json' | 'markdown';
  readonly all: boolean;
  /** What was collected is asked, and no server. */
  readonly fromStore: boolean;
  readonly sizeBytes: number;
  readonly indexerFlags: number;
}

const units: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
};

const Shape = z.object({
  format: z.enum(['text', 'json', 'markdown'], 'takes text, json or markdown'),
  all: z.boolean().default(false),
  fromStore: z.boolean().default(false),
  size: z.string().optional(),
  flags: z.string().regex(/^\d{1,9}$/, 'takes a whole number'),
});

/** @throws {AppError} code `config`, naming the flag and what it takes */
export function readExplainFlags(raw: unknown): ExplainFlags {
  const parsed = Shape.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw usage(`--${String(issue?.path[0])} ${issue?.message}`);
  }
  const { size, flags, ...rest } = parsed.data;
  return { ...rest, sizeBytes: size === undefined ? 0 : readSize(size), indexerFlags: Number(flags) };
}

function readSize(text: string): number {
  const { number, unit = '' } = /^(?<number>\d+(?:\.\d+)?)\s*(?<unit>\w+)$/.exec(text.trim())?.groups ?? {};
  const bytes = Number(number) * (units[unit] ?? Number.NaN);
  if (Number.isNaN(bytes)) throw usage('--size takes a number with a unit, such as 61GB');
  return Math.round(bytes);
}

function usage(message: string): AppError {
  return new AppError(message, { code: 'config', hint: 'Ask with --help.' });
}
