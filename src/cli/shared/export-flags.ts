import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { type SortKey, sortKeys } from '../../model/file-order.ts';
import { explainFilterProblem } from '../../model/filter/explain-filter-problem.ts';
import { allOf, type Filter } from '../../model/filter/filter.ts';
import { parseFilter } from '../../model/filter/parse-filter.ts';
import { type Service, services } from '../../model/service.ts';
import { readingFields } from '../../pipeline/library-fields.ts';
import { fileOutputNamed } from '../../pipeline/targets.ts';

/** What `export` can be told, checked. */
export interface ExportFlags {
  readonly formats: readonly string[];
  readonly out: string;
  readonly plan: 'asked' | 'computed';
  readonly service: Service | null;
  readonly filter: Filter;
  readonly sort: SortKey | null;
  readonly limit: number | null;
  readonly redact: boolean;
  readonly fromStore: boolean;
  readonly options: {
    readonly bom: boolean;
    readonly separator: string;
    readonly wide: boolean;
    readonly rawCells: boolean;
  };
}

const Shape = z.object({
  format: z.string(),
  out: z.string().min(1, 'names nothing: give a folder, or - for the standard output'),
  read: z.enum(['asked', 'computed']).default('asked'),
  service: z.enum(services).optional(),
  filter: z.array(z.string()).default([]),
  sort: z.enum(sortKeys).optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'is a whole number from 1 on')
    .optional(),
  redact: z.boolean().default(false),
  fromStore: z.boolean().default(false),
  wide: z.boolean().default(false),
  separator: z
    .string()
    .regex(/^([^"\r\n]|\\t)$/u, 'is one sign, and no quote; \\t is a tab')
    .default(','),
  bom: z.boolean().default(false),
  csvRaw: z.boolean().default(false),
});

/** @throws {AppError} code `config`, naming the flag and what it takes */
export function readExportFlags(raw: unknown): ExportFlags {
  const parsed = Shape.safeParse(raw);
  if (!parsed.success) throw badFlag(parsed.error.issues[0]);
  const { format, out, read, service, filter, sort, limit, redact, fromStore, wide, separator, bom, csvRaw } =
    parsed.data;
  const formats = readFormats(format);
  if (out === '-' && formats.length > 1) {
    throw usage('two formats cannot share the standard output', 'Name one --format, or a folder with --out.');
  }
  return {
    formats,
    out,
    plan: read,
    service: service ?? null,
    filter: allOf(filter.map(readFilter)),
    sort: sort ?? null,
    limit: limit === undefined ? null : Number(limit),
    redact,
    fromStore,
    options: { bom, separator: separator === '\\t' ? '\t' : separator, wide, rawCells: csvRaw },
  };
}

function readFormats(text: string): readonly string[] {
  const formats = [...new Set(text.split(',').map((name) => name.trim()))];
  for (const format of formats) fileOutputNamed(format);
  return formats;
}

function readFilter(text: string): Filter {
  if (text.trim() === '')
    throw usage('--filter is empty', 'Leave it out, or write one: --filter "score < 0".');
  const parsed = parseFilter(text, readingFields);
  if (parsed.ok) return parsed.filter;
  throw usage(`--filter cannot be read\n${explainFilterProblem(text, parsed.problem, readingFields)}`, '');
}

function badFlag(issue: z.core.$ZodIssue | undefined): AppError {
  const name = String(issue?.path[0]);
  const values = issue?.code === 'invalid_value' ? ` takes ${issue.values.join(', ')}` : ` ${issue?.message}`;
  return usage(`--${name}${values}`, 'Ask with --help.');
}

function usage(message: string, hint: string): AppError {
  return new AppError(message, { code: 'config', hint });
}
