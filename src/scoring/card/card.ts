import type { CutoffState } from '../../model/cutoff-state.ts';
import type { MediaFile } from '../../model/media-file.ts';
import type { Ceiling } from '../ceiling/ceiling.ts';
import type { Needed } from '../needed.ts';

/** Everything about one file's score: what it is made of, what it lacks, what would replace it. */
export interface FileCard {
  readonly file: MediaFile;
  /** The formats that the server says match, highest score first, those that are worth nothing last. */
  readonly matched: readonly CardFormat[];
  /** Formats of a positive score that one kind of condition keeps from matching, highest first. */
  readonly nearMisses: readonly CardFormat[];
  readonly state: CutoffState;
  readonly needed: Needed;
  readonly ceiling: Ceiling;
  /** Where our evidence and the server's answer differ; the server's stands. */
  readonly doubts: readonly Doubt[];
}

/** A format with its score and the one line that tells most. */
export interface CardFormat {
  readonly id: number;
  readonly name: string;
  readonly score: number;
  readonly telling: Telling;
}

/** The condition that tells most about a format, in words. */
export interface Telling {
  /** What it asks for: a pattern, `quality modifier`. */
  readonly wanted: string;
  /** What came of it: `matched "Atmos"`, `remux`, `group is NTG`. */
  readonly found: string;
}

/** A format of which we cannot say what the server says. */
export interface Doubt {
  readonly format: string;
  readonly server: 'matches' | 'does not match';
  /** null: cannot be evaluated here. */
  readonly ours: 'matches' | 'does not match' | null;
  readonly because: string;
}
