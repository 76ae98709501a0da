import type { ArrFailure } from '../model/arr-failure.ts';

/** What a client touches besides its server. */
export interface ArrEffects {
  /** Milliseconds since any fixed moment; never goes back. */
  readonly now: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** @throws the signal's reason when it is aborted meanwhile */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Ends everything that is under way. */
  readonly signal: AbortSignal;
  readonly tell: (event: ArrEvent) => void;
}

/** What a client has to say while it works; none of it has a secret. */
export type ArrEvent =
  | { readonly kind: 'request'; readonly path: string; readonly status: number; readonly ms: number }
  | { readonly kind: 'retry'; readonly failure: ArrFailure; readonly attempt: number; readonly inMs: number }
  /** Too many failures in a row: nothing is asked for a while. */
  | { readonly kind: 'waiting'; readonly failure: ArrFailure; readonly forMs: number }
  /** The server named its url base, and we use it from now on. */
  | { readonly kind: 'url-base-found'; readonly baseUrl: string };
