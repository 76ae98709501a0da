import type { ArrEvent } from '../arr/arr-effects.ts';
import type { Traffic } from '../arr/client.ts';
import type { HistoryProgress, ReadProgress } from '../exporters/exporter.ts';
import type { ArrFailure } from '../model/arr-failure.ts';
import type { InstanceName } from '../model/instance.ts';
import type { ReadingCounts } from '../model/reading.ts';

/** What happens while an instance is read; none of it has a secret. */
export type ReadingEvent =
  | { readonly kind: 'started' }
  | { readonly kind: 'progress'; readonly progress: ReadProgress }
  | { readonly kind: 'talk'; readonly event: ArrEvent }
  /** Formats were computed here, and so many files asked about to compare. */
  | { readonly kind: 'sampled'; readonly asked: number; readonly differing: number }
  /** Computing gave no proof: everything is asked instead. */
  | { readonly kind: 'not-computed'; readonly because: string }
  /** Everything is read once more. */
  | { readonly kind: 'again'; readonly reason: AgainReason }
  | { readonly kind: 'read'; readonly counts: ReadingCounts; readonly ms: number; readonly traffic: Traffic }
  | { readonly kind: 'failed'; readonly failure: ArrFailure }
  /** Reading the server's own history. */
  | { readonly kind: 'history'; readonly progress: HistoryProgress };

/** Rules changed meanwhile, sums are off, or the server contradicts what was carried over from the store. */
export type AgainReason = 'rules-moved' | 'sums-differ' | 'carried-differs';

/** Who is told. */
export type TellReading = (instance: InstanceName, event: ReadingEvent) => void;
