import type { ArrFailure } from '../model/arr-failure.ts';
import type { ArrEffects } from './arr-effects.ts';
import { ArrError } from './arr-error.ts';
import { isOverload } from './overload.ts';

/** Stops asking a server that does not answer, tries again after a while, and gives up in bounded time. */
export interface Breaker {
  /**
   * Runs one request as soon as one may go.
   *
   * @throws {ArrError} what the request throws; the last failure, once the server was given up
   */
  readonly guard: <T>(request: () => Promise<T>) => Promise<T>;
}

/** Failures in a row before nothing is asked for a while. */
const failuresToOpen = 5;

/** How long each pause is; after the last the server is given up. Together 65 s. */
const pausesMs = [5_000, 10_000, 20_000, 30_000] as const;

/** What stops requests; null while they flow. */
interface Outage {
  readonly failure: ArrFailure;
  readonly until: number;
  readonly isGivenUp: boolean;
}

/** One for each instance. In an outage one request at a time probes; the others wait for its result. */
export function createBreaker(effects: ArrEffects): Breaker {
  const breaker = new OutageBreaker(effects);
  return { guard: (request) => breaker.guard(request) };
}

class OutageBreaker {
  readonly #effects: ArrEffects;
  #failuresInRow = 0;
  #pauses = 0;
  #outage: Outage | null = null;
  #probe: Promise<void> | null = null;

  constructor(effects: ArrEffects) {
    this.#effects = effects;
  }

  async guard<T>(request: () => Promise<T>): Promise<T> {
    while (this.#probe !== null) await this.#probe;
    if (this.#outage === null) return this.#attempt(request, false);
    if (this.#outage.isGivenUp) throw new ArrError(this.#outage.failure);
    return this.#probeWith(request, this.#outage.until);
  }

  async #probeWith<T>(request: () => Promise<T>, until: number): Promise<T> {
    const { now, sleep, signal } = this.#effects;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#probe = promise;
    try {
      await sleep(Math.max(0, until - now()), signal);
      return await this.#attempt(request, true);
    } finally {
      this.#probe = null;
      resolve();
    }
  }

  async #attempt<T>(request: () => Promise<T>, isProbe: boolean): Promise<T> {
    try {
      const answer = await request();
      this.#close();
      return answer;
    } catch (error) {
      if (error instanceof ArrError) this.#judge(error.failure, isProbe);
      throw error;
    }
  }

  /** An answer of any other kind shows that the server is there. */
  #judge(failure: ArrFailure, isProbe: boolean): void {
    if (!isOverload(failure)) {
      this.#close();
      return;
    }
    this.#failuresInRow += 1;
    // Requests that were under way when the outage began say nothing new about it.
    if (isProbe || (this.#outage === null && this.#failuresInRow >= failuresToOpen)) this.#open(failure);
  }

  #open(failure: ArrFailure): void {
    const pauseMs = pausesMs[this.#pauses];
    this.#pauses += 1;
    this.#outage = {
      failure,
      until: this.#effects.now() + (pauseMs ?? 0),
      isGivenUp: pauseMs === undefined,
    };
    if (pauseMs !== undefined) this.#effects.tell({ kind: 'waiting', failure, forMs: pauseMs });
  }

  #close(): void {
    this.#failuresInRow = 0;
    this.#pauses = 0;
    this.#outage = null;
  }
}
