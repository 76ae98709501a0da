import type { CutoffLabel, CutoffState } from '../../model/cutoff-state.ts';
import type { Condition } from '../../model/filter/filter.ts';
import { instanceKey } from '../../model/instance.ts';
import type { LibraryFile, LibraryInstance } from '../../model/library.ts';
import type { FormatHit } from '../../model/media-file.ts';
import type { QualityProfile } from '../../model/quality-profile.ts';

/** A file with what every analysis asks of it. */
export interface IndexedFile {
  readonly file: LibraryFile;
  /** Of its `ProfileGroup`. */
  readonly groupKey: string;
  readonly state: CutoffState;
  readonly label: CutoffLabel;
}

/** `radarr/main#12`: opens the file's card. Made when it is told: most files never are. */
export function fileKey({ file: { service, instance: name, fileId } }: IndexedFile): string {
  return `${instanceKey({ service, name })}#${fileId}`;
}

/** All files of one profile of one instance: within it, and only within it, scores can be compared. */
export interface ProfileGroup {
  /** `radarr/main#4` */
  readonly key: string;
  /** `radarr/main` */
  readonly instanceKey: string;
  /** The instance as people read it. */
  readonly address: string;
  readonly instance: LibraryInstance;
  readonly profile: QualityProfile;
  /** Whether the rules have this profile; it may be gone while files still name it. */
  readonly isInRules: boolean;
  readonly files: readonly IndexedFile[];
  /** Of the files, ascending. */
  readonly scores: readonly number[];
  /** What the profile gives, by format id; a format that is missing is worth 0. */
  readonly points: ReadonlyMap<number, number>;
  /** Finds its files. */
  readonly where: readonly Condition[];
}

/** What formats are worth in a profile, by their ids. Source: servarr.md 5.7. */
export function pointsOf({ points }: ProfileGroup, formatIds: readonly number[]): number {
  let total = 0;
  for (const id of formatIds) total += points.get(id) ?? 0;
  return total;
}

/** The same of formats that tell what they were worth elsewhere, or at another time. */
export function pointsOfHits({ points }: ProfileGroup, hits: readonly FormatHit[]): number {
  let total = 0;
  for (const { id } of hits) total += points.get(id) ?? 0;
  return total;
}
