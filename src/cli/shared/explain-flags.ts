import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { byteSize } from '../../model/filter/number-kinds.ts';

/** What `explain` can be told, checked. */
export interface ExplainFlags {
  readonly format: 'text' | 'json' | 'markdown';
  readonly all: boolean;
  /** What was collected is asked, and no server. */
  readonly fromStore: boolean;
  readonly sizeBytes: number;
  readonly indexerFlags: number;
}

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

/** Written as in filters, but never without a unit: nobody means 61 bytes. */
function readSize(text: string): number {
  const bytes = /[a-z]\s*$/i.test(text) ? byteSize.read(text.trim()) : null;
  if (bytes === null) throw usage('--size takes a number with a unit, such as 61GB');
  return bytes;
}

function usage(message: string): AppError {
  return new AppError(message, { code: 'config', hint: 'Ask with --help.' });
}
