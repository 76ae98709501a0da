import { bySortKey, type FileOrder, orderOf, type SortKey } from '../model/file-order.ts';
import type { MediaFile } from '../model/media-file.ts';
import type { SpoolEntry } from './spool.ts';
import type { SpooledReading } from './spooled-reading.ts';

/** Which files, and in which order. */
export interface FileSelection {
  readonly matches: ((file: MediaFile) => boolean) | null;
  /** null: instances as configured, then item id, season, episode, file id. */
  readonly sort: SortKey | null;
  /** After sorting; null is no limit. */
  readonly limit: number | null;
}

/**
 * The selected files of all readings, some at a time; memory does not grow with the library.
 *
 * Yields now and then even where nothing is selected, so that whoever asks can stop.
 */
export function* selectFiles(
  readings: readonly SpooledReading[],
  { matches, sort, limit }: FileSelection,
): Generator<readonly MediaFile[]> {
  const isWanted = matches ?? (() => true);
  const stretches = sort === null ? inOrder(readings) : yield* sorted(readings, isWanted, sort);
  let left = limit ?? Number.POSITIVE_INFINITY;
  for (const batch of readAll(stretches)) {
    const wanted = batch.filter(isWanted).slice(0, left);
    left -= wanted.length;
    yield wanted;
    if (left <= 0) return;
  }
}

function* readAll(stretches: Iterable<Stretch>): Generator<readonly MediaFile[]> {
  for (const { reading, entries } of stretches) yield* reading.read(entries);
}

/** Yields nothing but time. */
type Pauses<T> = Generator<readonly MediaFile[], T>;

/** Entries of one reading, to be read one after the other. */
interface Stretch {
  readonly reading: SpooledReading;
  readonly entries: readonly SpoolEntry[];
}

function inOrder(readings: readonly SpooledReading[]): readonly Stretch[] {
  return readings.map((reading) => ({ reading, entries: reading.entries }));
}

/** Files from several readings take turns; those that follow each other in one reading stay together. */
function* sorted(
  readings: readonly SpooledReading[],
  isWanted: (file: MediaFile) => boolean,
  sort: SortKey,
): Pauses<Iterable<Stretch>> {
  const compare = bySortKey(sort);
  const all: Placed[] = [];
  for (const [index, reading] of readings.entries()) {
    for (const placed of placedIn(reading, index, isWanted)) {
      all.push(...placed);
      yield [];
    }
  }
  return stretchesOf(all.sort((a, b) => compare(a.order, b.order)));
}

interface Placed {
  readonly reading: SpooledReading;
  readonly entry: SpoolEntry;
  readonly order: FileOrder;
}

/** Needs a look at every file; sorting comes before the limit. */
function* placedIn(
  reading: SpooledReading,
  index: number,
  isWanted: (file: MediaFile) => boolean,
): Generator<readonly Placed[]> {
  let from = 0;
  for (const batch of reading.read(reading.entries)) {
    const entries = reading.entries.slice(from, from + batch.length);
    yield entries.flatMap((entry, at) => {
      const file = batch[at];
      return file !== undefined && isWanted(file) ? [{ reading, entry, order: orderOf(file, index) }] : [];
    });
    from += batch.length;
  }
}

function* stretchesOf(all: readonly Placed[]): Generator<Stretch> {
  let entries: SpoolEntry[] = [];
  for (const [at, { reading, entry }] of all.entries()) {
    entries.push(entry);
    if (all[at + 1]?.reading === reading && entries.length < longestStretch) continue;
    yield { reading, entries };
    entries = [];
  }
}

/** Files that are read without a pause, at most. */
const longestStretch = 512;
