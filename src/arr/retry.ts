import type { ArrFailure } from '../model/arr-failure.ts';
import type { ArrEffects } from './arr-effects.ts';
import { ArrError } from './arr-error.ts';
import { isWorthRetrying } from './overload.ts';

/** Times a request is sent in all. */
const attempts = 4;

const firstDelayMs = 500;
const longestDelayMs = 10_000;

/** A server that asks for more than this is not waited for. */
const longestRetryAfterMs = 60_000;

/**
 * How long to wait before a request is sent again: at least what the server asks for, else a random
 * part of a span that doubles (full jitter, so that waiting clients do not come back together).
 *
 * @param attempt  how often it was sent: 1, 2 …
 * @returns milliseconds; null when the server asks for more than we wait
 */
export function retryDelayMs(attempt: number, retryAfterMs: number | null, chance: number): number | null {
  const span = Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1));
  if (retryAfterMs === null) return Math.round(span * chance);
  return retryAfterMs > longestRetryAfterMs ? null : Math.max(0, Math.round(retryAfterMs));
}

/**
 * Reads `Retry-After`, which is a number of seconds or a date.
 *
 * @param date  the answer's own `Date`, so that a clock that is off does no harm; null where it has none
 * @returns milliseconds from the answer on; null where there is no such header, or one of neither form
 */
export function parseRetryAfter(header: string | null, date: string | null): number | null {
  if (header === null) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1_000;
  const span = Date.parse(header) - Date.parse(date ?? '');
  return Number.isNaN(span) ? null : Math.max(0, span);
}

/** Sends a request again while that can help. Failures that retrying cannot mend are thrown at once. */
export async function withRetries<T>(request: () => Promise<T>, effects: ArrEffects): Promise<T> {
  return attemptFrom(1, request, effects);
}

async function attemptFrom<T>(attempt: number, request: () => Promise<T>, effects: ArrEffects): Promise<T> {
  try {
    return await request();
  } catch (error) {
    const delay = delayAfter(error, attempt, effects);
    if (delay === null) throw error;
    effects.tell({ kind: 'retry', failure: delay.failure, attempt, inMs: delay.inMs });
    await effects.sleep(delay.inMs, effects.signal);
  }
  return attemptFrom(attempt + 1, request, effects);
}

interface Delay {
  readonly failure: ArrFailure;
  readonly inMs: number;
}

function delayAfter(error: unknown, attempt: number, effects: ArrEffects): Delay | null {
  if (!(error instanceof ArrError) || attempt >= attempts || !isWorthRetrying(error.failure)) return null;
  const inMs = retryDelayMs(attempt, error.retryAfterMs, effects.random());
  return inMs === null ? null : { failure: error.failure, inMs };
}
