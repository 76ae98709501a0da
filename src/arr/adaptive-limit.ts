/** How many requests may be under way at once; learns from what comes back. */
export interface AdaptiveLimit {
  readonly current: () => number;
  /** A request came back with so many items. */
  readonly finished: (items: number) => void;
  /** The server, or the way to it, has too much to do. */
  readonly overloaded: () => void;
}

/** More requests at once are kept only if they bring this much more. */
const worthwhileGain = 1.05;

/** Requests in one measurement, for each that may be under way at once. */
const requestsPerSlot = 3;

/** Measurements for which a limit that proved best is left alone. */
const restMeasurements = 10;

interface Measurement {
  readonly since: number;
  readonly requests: number;
  readonly items: number;
}

/**
 * Starts at two and goes up one by one while finished items a second rise by at least 5 %; one step too
 * far is taken back. An overload halves it. A server's cost grows with what is asked at once long before
 * its speed does (servarr.md 12), so the least limit that is fast is the right one.
 */
export function createAdaptiveLimit(most: number, now: () => number): AdaptiveLimit {
  let limit = Math.min(2, most);
  let best: number | null = null;
  let rest = 0;
  let measured: Measurement = { since: now(), requests: 0, items: 0 };

  const settle = (next: number): void => {
    limit = Math.max(1, Math.min(most, next));
    measured = { since: now(), requests: 0, items: 0 };
  };
  const judge = (itemsPerMs: number): void => {
    if (rest > 0) {
      rest -= 1;
      settle(limit);
      return;
    }
    const isBetter = best === null || itemsPerMs >= best * worthwhileGain;
    const canGrow = isBetter && limit < most;
    best = canGrow ? itemsPerMs : null;
    if (!canGrow) rest = restMeasurements;
    settle(isBetter ? limit + 1 : limit - 1);
  };
  return {
    current: () => limit,
    finished: (items) => {
      measured = { ...measured, requests: measured.requests + 1, items: measured.items + items };
      if (measured.requests < limit * requestsPerSlot) return;
      judge(measured.items / Math.max(1, now() - measured.since));
    },
    overloaded: () => {
      best = null;
      rest = restMeasurements;
      settle(Math.floor(limit / 2));
    },
  };
}
