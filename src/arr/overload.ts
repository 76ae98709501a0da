import type { ArrFailure } from '../model/arr-failure.ts';

const statuses: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** Whether a failure says that the server, or the way to it, has too much to do or is away. */
export function isOverload(failure: ArrFailure): boolean {
  if (failure.kind === 'status') return statuses.has(failure.status);
  return failure.kind === 'unreachable' || failure.kind === 'timeout';
}

/** Whether asking once more can help. Source: servarr.md 1.5. */
export function isWorthRetrying(failure: ArrFailure): boolean {
  return isOverload(failure) || failure.kind === 'starting' || failure.kind === 'busy';
}
