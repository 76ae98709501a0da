import PQueue from 'p-queue';
import { createAdaptiveLimit } from './adaptive-limit.ts';
import type { ArrEffects } from './arr-effects.ts';
import { ArrError } from './arr-error.ts';
import { createBreaker } from './breaker.ts';
import { isOverload } from './overload.ts';
import { createPace } from './pace.ts';
import type { AnswerReader } from './parse-answer.ts';
import type { Requester } from './requester.ts';
import { withRetries } from './retry.ts';
import type { ArrTarget } from './target.ts';

/** Asks one server: when, how many at once, and how often again. */
export interface Asking {
  /** @throws {ArrError} after the last attempt */
  readonly ask: <T>(request: Asked<T>) => Promise<T>;
  /** Requests that may be under way at once now. */
  readonly limit: () => number;
}

/** One question. */
export interface Asked<T> {
  readonly path: string;
  readonly isList: boolean;
  /** Called for each attempt: what an earlier one read is worth nothing. */
  readonly begin: () => AnswerReader<T>;
  /** How many items an answer brought; the limit is judged by them. */
  readonly itemsOf: (answer: T) => number;
}

/** What asking works with. */
export interface AskingParts {
  readonly target: Pick<ArrTarget, 'workers' | 'maxRequestsPerSecond'>;
  readonly effects: ArrEffects;
  readonly requester: Requester;
}

/** Limit and breaker of one instance. */
export function createAsking({ target, effects, requester }: AskingParts): Asking {
  const limit = createAdaptiveLimit(target.workers, effects.now);
  const breaker = createBreaker(effects);
  const pace = createPace(target.maxRequestsPerSecond, effects);
  const queue = new PQueue({ concurrency: limit.current() });
  const attempt = async <T>({ path, isList, begin, itemsOf }: Asked<T>): Promise<T> => {
    effects.signal.throwIfAborted();
    await pace();
    const reader = begin();
    try {
      await requester.send({ path, isList, take: reader.take });
      const answer = reader.end();
      limit.finished(itemsOf(answer));
      return answer;
    } catch (error) {
      if (error instanceof ArrError && isOverload(error.failure)) limit.overloaded();
      throw error;
    } finally {
      queue.concurrency = limit.current();
    }
  };
  return {
    ask: (asked) =>
      queue.add(() => withRetries(() => breaker.guard(() => attempt(asked)), effects), {
        signal: effects.signal,
      }),
    limit: limit.current,
  };
}
