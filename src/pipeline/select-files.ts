import { bySortKey, type SortKey } from '../model/file-order.ts';
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
  const stretches = sort === null ? inOrder(readings) : yield* sorted(readings, matches, sort);
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
  matches: FileSelection['matches'],
  sort: SortKey,
): Pauses<Iterable<Stretch>> {
  const compare = bySortKey(sort);
  const all: Placed[] = [];
  for (const reading of readings) {
    const entries = matches === null ? reading.entries : yield* wantedEntries(reading, matches);
    for (const entry of entries) all.push({ reading, entry });
  }
  return stretchesOf(all.sort((a, b) => compare(a.entry, b.entry)));
}

interface Placed {
  readonly reading: SpooledReading;
  readonly entry: SpoolEntry;
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

/** Needs a look at every file; sorting comes before the limit. */
function* wantedEntries(
  reading: SpooledReading,
  matches: (file: MediaFile) => boolean,
): Pauses<readonly SpoolEntry[]> {
  const wanted: SpoolEntry[] = [];
  let at = 0;
  for (const batch of reading.read(reading.entries)) {
    const passes = batch.map(matches);
    wanted.push(...reading.entries.slice(at, at + batch.length).filter((_entry, place) => passes[place]));
    at += batch.length;
    yield [];
  }
  return wanted;
}
