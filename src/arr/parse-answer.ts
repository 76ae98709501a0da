import type { z } from 'zod';
import { explainIssues } from '../lib/explain-issues.ts';
import { ArrError } from './arr-error.ts';
import { ArrayTextError, type SplitterLimits } from './array-text.ts';
import { createElementSplitter } from './element-splitter.ts';
import { repairTexts } from './repaired.ts';

/** Gathers one answer and gives what it holds. */
export interface AnswerReader<T> {
  readonly take: (bytes: Uint8Array) => void;
  /** @throws {ArrError} kind `body` when the answer is not what it should be */
  readonly end: () => T;
}

/** What a reader is told about its answer. */
export interface Expected<T> {
  readonly url: string;
  readonly shape: z.ZodType<T>;
  readonly repaired: (texts: number) => void;
}

/** Larger answers, and larger elements of a list, are refused: no server sends them, and memory is finite. */
const largestBytes = 64 * 1024 * 1024;

/** How much of a list is held and taken. */
export const splitterLimits: SplitterLimits = {
  batchBytes: 65_536,
  elementBytes: largestBytes,
  elements: 1_000_000,
};

/** Reads an answer as a whole. */
export function readWholeAnswer<T>({ url, shape, repaired }: Expected<T>): AnswerReader<T> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  return {
    take: (piece) => {
      bytes += piece.length;
      if (bytes > largestBytes) throw bodyError(url, 'it is over 64 MB long');
      pieces.push(piece);
    },
    end: () => {
      const text = Buffer.concat(pieces).toString('utf8');
      const { values, texts } = repairTexts([parse(text, url)], text);
      repaired(texts);
      return checked({ value: values[0], place: '', url }, shape);
    },
  };
}

/** Reads an array element by element; `end` gives how many there were. */
export function readElements<T>(
  { url, shape, repaired }: Expected<T>,
  take: (element: T) => void,
): AnswerReader<number> {
  let taken = 0;
  const takeAll = (elements: readonly unknown[], text: string): void => {
    const { values, texts } = repairTexts(elements, text);
    repaired(texts);
    for (const value of values) {
      take(checked({ value, place: `[${taken}]`, url }, shape));
      taken += 1;
    }
  };
  const splitter = createElementSplitter(takeAll, splitterLimits);
  return {
    take: (bytes) => explained(() => splitter.push(bytes), url),
    end: () => {
      explained(() => splitter.end(), url);
      return taken;
    },
  };
}

interface Found {
  readonly value: unknown;
  /** `[17]`, or empty for a whole answer. */
  readonly place: string;
  readonly url: string;
}

function checked<T>({ value, place, url }: Found, shape: z.ZodType<T>): T {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const problem = explainIssues(parsed.error);
  throw bodyError(url, place === '' ? problem : `${place}.${problem}`);
}

function parse(text: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse(url, 'it is not JSON');
  }
}

function explained(work: () => void, url: string): void {
  try {
    work();
  } catch (error) {
    throw error instanceof ArrayTextError ? bodyError(url, error.message) : error;
  }
}

function bodyError(url: string, problem: string): ArrError {
  return new ArrError({ kind: 'body', url, problem });
}

/** Without a cause: the parser's own words quote the answer. */
function refuse(url: string, problem: string): never {
  throw bodyError(url, problem);
}
