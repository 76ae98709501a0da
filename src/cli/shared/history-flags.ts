import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { nearest } from '../../lib/nearest.ts';
import type { CauseKind } from '../../model/change.ts';
import { evaluationOrder } from '../../model/changes/contribution.ts';
import { type HistoryKind, historyKinds } from '../../pipeline/history-question.ts';
import { readSince } from './since.ts';

/** How history is written. */
export const historyFormats = ['text', 'json', 'csv', 'ndjson'] as const;

/** What `history` can be told, checked. */
export interface HistoryFlags {
  readonly since: Date | null;
  readonly causes: readonly CauseKind[] | null;
  readonly kinds: readonly HistoryKind[] | null;
  /** As typed; none is all. */
  readonly instances: readonly string[];
  readonly withRescored: boolean;
  readonly format: (typeof historyFormats)[number];
}

const Shape = z.object({
  since: z.string().optional(),
  cause: z.string().optional(),
  kind: z.string().optional(),
  instance: z.string().optional(),
  each: z.boolean().default(false),
  format: z.string(),
});

/** @throws {AppError} code `config`, naming the flag and what it takes */
export function readHistoryFlags(raw: unknown, now: Date): HistoryFlags {
  const { since, cause, kind, instance, each, format } = Shape.parse(raw);
  return {
    since: since === undefined ? null : readSince(since, now),
    causes: cause === undefined ? null : readWords('cause', cause, evaluationOrder),
    kinds: kind === undefined ? null : readWords('kind', kind, historyKinds),
    instances: instance === undefined ? [] : split(instance),
    withRescored: each,
    format: readWord('format', format, historyFormats),
  };
}

function readWords<Word extends string>(flag: string, text: string, words: readonly Word[]): readonly Word[] {
  return split(text).map((word) => readWord(flag, word, words));
}

function readWord<Word extends string>(flag: string, text: string, words: readonly Word[]): Word {
  const word = words.find((known) => known === text.toLowerCase());
  if (word !== undefined) return word;
  const guess = nearest(text, words);
  const hint = guess === null ? `It takes ${words.join(', ')}.` : `Did you mean "${guess}"?`;
  throw usage(`--${flag}: there is no ${flag} "${text}"`, hint);
}

function split(text: string): readonly string[] {
  return text.split(',').map((word) => word.trim());
}

function usage(message: string, hint: string): AppError {
  return new AppError(message, { code: 'config', hint });
}
