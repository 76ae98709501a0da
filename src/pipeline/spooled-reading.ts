import type { Traffic } from '../arr/client.ts';
import type { ArrFailure } from '../model/arr-failure.ts';
import type { InstanceName } from '../model/instance.ts';
import type { MediaFile } from '../model/media-file.ts';
import type { Reading } from '../model/reading.ts';
import type { ReadPlan } from '../store/collecting.ts';
import type { SpoolEntry } from './spool.ts';

/** A reading whose files lie in a spool, and can be read back in any order until it is disposed of. */
export interface SpooledReading extends Reading, Disposable {
  /** In order of item id, season, episode, file id. */
  readonly entries: readonly SpoolEntry[];
  readonly read: (entries: readonly SpoolEntry[]) => Generator<readonly MediaFile[]>;
  readonly plan: ReadPlan;
  readonly traffic: Traffic;
  readonly durationMs: number;
}

/** How reading one instance ended: a failed instance is a result, not an exception. */
export type InstanceOutcome =
  | { readonly ok: true; readonly instance: InstanceName; readonly reading: SpooledReading }
  | { readonly ok: false; readonly instance: InstanceName; readonly failure: ArrFailure };
