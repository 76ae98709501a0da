/** What became of work under a time limit. */
export type Guarded<Value> =
  | { readonly kind: 'finished'; readonly value: Value }
  | { readonly kind: 'overrun' };

/**
 * Runs work to its end or to a time limit, whichever comes first: the effect that keeps a runaway pattern
 * from stopping the program.
 *
 * A pattern cannot be interrupted from within, so whoever makes a guard needs a means from outside. Where the
 * means is to end the whole thread, the guard never answers `overrun` itself: the next thread is told.
 *
 * Throws: what `work` throws.
 */
export type Guard = <Value>(work: () => Value) => Guarded<Value>;
