import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { nearest } from '../../lib/nearest.ts';
import { allOf, type Filter } from '../../model/filter/filter.ts';
import { analysisNames } from '../../pipeline/analyses.ts';
import { gateFields } from '../../pipeline/gates.ts';
import { libraryFields } from '../../pipeline/library-fields.ts';
import { type Gate, readFlagFilter, readGates } from './read-gates.ts';
import { readSince } from './since.ts';

/** What `analyze` draws. */
export type AnalyzeFormat = 'text' | 'json' | 'csv' | 'markdown';

/** What `analyze` can be told, checked. */
export interface AnalyzeFlags {
  /** null is all of them. */
  readonly names: readonly string[] | null;
  /** One block of one analysis; null is all. */
  readonly block: string | null;
  readonly instances: readonly string[];
  readonly filter: Filter;
  readonly since: Date;
  readonly format: AnalyzeFormat;
  readonly isWhole: boolean;
  readonly gates: readonly Gate[];
}

const Shape = z.object({
  instance: z.array(z.string()).default([]),
  filter: z.array(z.string()).default([]),
  since: z.string(),
  format: z.enum(['text', 'json', 'csv', 'markdown']),
  all: z.boolean().default(false),
  failOn: z.array(z.string()).default([]),
});

/** @throws {AppError} code `config`, naming what is wrong and what there is */
export function readAnalyzeFlags(given: readonly string[], raw: unknown, now: Date): AnalyzeFlags {
  const parsed = Shape.safeParse(raw);
  if (!parsed.success) throw usage('--format takes text, json, csv or markdown', 'Ask with --help.');
  const { instance, filter, since, format, all, failOn } = parsed.data;
  const { names, block } = readNames(given);
  return {
    names,
    block,
    instances: instance,
    filter: allOf(filter.map((text) => readFlagFilter('--filter', text, libraryFields))),
    since: readSince(since, now),
    format: checkCsv(format, names),
    isWhole: all,
    gates: readGates(failOn, gateFields),
  };
}

function readNames(given: readonly string[]): Pick<AnalyzeFlags, 'names' | 'block'> {
  if (given.length === 0) return { names: null, block: null };
  const parts = given.map((text) => text.split('/'));
  const names = parts.map(([name = '']) => name);
  const unknown = names.find((name) => !analysisNames.includes(name));
  if (unknown !== undefined) throw unknownAnalysis(unknown);
  const blocks = parts.flatMap(([, block]) => block ?? []);
  if (blocks.length > 0 && given.length > 1) {
    throw usage('one block at a time', `Write only ${given.find((text) => text.includes('/')) ?? ''}.`);
  }
  return { names, block: blocks[0] ?? null };
}

function unknownAnalysis(name: string): AppError {
  const guess = nearest(name, analysisNames);
  const hint = guess === null ? `Analyses: ${analysisNames.join(', ')}.` : `Did you mean "${guess}"?`;
  return usage(`there is no analysis "${name}"`, hint);
}

function checkCsv(format: AnalyzeFormat, names: readonly string[] | null): AnalyzeFormat {
  if (format !== 'csv' || names?.length === 1) return format;
  throw usage('CSV holds one table', 'Name one analysis, or a table of it: upgrade-candidates/left-out.');
}

function usage(message: string, hint: string): AppError {
  return new AppError(message, { code: 'config', hint });
}
