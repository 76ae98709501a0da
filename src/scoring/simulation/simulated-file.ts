import type { CutoffState } from '../../model/cutoff-state.ts';
import type { FormatHit, MediaFile } from '../../model/media-file.ts';
import type { QualityProfile } from '../../model/quality-profile.ts';

/** A file under the rules of today and under other ones. */
export interface SimulatedFile {
  readonly file: MediaFile;
  readonly before: SimulatedState;
  readonly after: SimulatedState;
  /**
   * `exact`: nothing had to be computed, or every input is known. Otherwise why it may be off: a format that cannot
   * be evaluated here counts as before; of a file whose name the server hides, another name was matched.
   */
  readonly certainty: 'exact' | 'inputs incomplete' | 'not evaluated';
}

/** What a file is under one set of rules. */
export interface SimulatedState {
  readonly profile: QualityProfile;
  /** By id. */
  readonly formats: readonly FormatHit[];
  readonly score: number;
  readonly state: CutoffState;
}

/** Whether the server would take an upgrade other than a proper. */
export function isOpen({ state }: SimulatedState): boolean {
  return state.upgradesAllowed && (state.quality === 'open' || state.format === 'open');
}
