import { fieldOf } from '../../lib/series.ts';
import type { FileQuality } from '../../model/quality.ts';
import type { Slot } from '../../model/slot.ts';
import type { History } from './history.ts';
import type { ProfileGroup } from './indexed-file.ts';
import type { Place } from './places.ts';

/** A file of a slot that took another's place; both are scored by today's rules. */
export interface Replacement {
  readonly slot: Slot;
  readonly place: Place;
  readonly group: ProfileGroup;
  /** When the new file came, in milliseconds. */
  readonly moment: number;
  readonly qualityBefore: FileQuality;
  /** What the formats of the file before are worth in the profile the item has today. */
  readonly scoreBefore: number;
  readonly quality: FileQuality;
  /** What those of the new file are worth more. */
  readonly gain: number;
  readonly sizeBytes: number | null;
  readonly fileId: number | null;
  /** The same for all slots that one file took at once. */
  readonly fileNumber: number;
  /** What tells of the file before, see `formatsBefore`. */
  readonly teller: 'events' | 'changes';
  readonly toldAt: number;
}

/** Ids of the formats that the file before had. They are looked up: few replacements are asked for them. */
export function formatsBefore(
  { events, changes }: Pick<History, 'events' | 'changes'>,
  { teller, toldAt }: Replacement,
): readonly number[] {
  return teller === 'events'
    ? fieldOf(events, toldAt, 'formatsToday')
    : (fieldOf(changes, toldAt, 'before')?.formats ?? []).map(({ id }) => id);
}

/** A file that fills several slots took one place, not several. */
export function oncePerFile(replacements: readonly Replacement[]): readonly Replacement[] {
  const seen = new Set<number>();
  return replacements.filter(({ fileNumber }) => {
    if (seen.has(fileNumber)) return false;
    seen.add(fileNumber);
    return true;
  });
}
