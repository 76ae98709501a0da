/** Why a watchdog ended an answer. */
export class StalledError extends Error {
  override readonly name = 'StalledError';
  readonly afterMs: number;

  constructor(afterMs: number) {
    super(`no progress within ${afterMs} ms`);
    this.afterMs = afterMs;
  }
}

/** Ends an answer that comes too slowly, however steadily it drips. */
export interface Watchdog extends Disposable {
  readonly signal: AbortSignal;
  readonly received: (bytes: number) => void;
}

/** Fewer bytes in a span than this are no progress. */
const leastBytes = 1_024;

/** For an answer of any length: looks once a span whether enough came. Starts with the first byte. */
export function watchProgress(spanMs: number): Watchdog {
  const controller = new AbortController();
  let bytesInSpan = 0;
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    if (bytesInSpan < leastBytes) controller.abort(new StalledError(spanMs));
    bytesInSpan = 0;
  };
  return {
    signal: controller.signal,
    received: (bytes) => {
      bytesInSpan += bytes;
      timer ??= setInterval(look, spanMs);
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}

/** For a short answer: all of it within one span. */
export function watchWhole(spanMs: number): Watchdog {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new StalledError(spanMs)), spanMs);
  return {
    signal: controller.signal,
    received: () => undefined,
    [Symbol.dispose]: () => clearTimeout(timer),
  };
}
