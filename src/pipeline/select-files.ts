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

/** The selected files of all readings, some at a time; memory does not grow with the library. */
export function* selectFiles(
  readings: readonly SpooledReading[],
  { matches, sort, limit }: FileSelection,
): Generator<readonly MediaFile[]> {
  const isWanted = matches ?? (() => true);
  const stretches = sort === null ? inOrder(readings) : sorted(readings, isWanted, sort);
  let left = limit ?? Number.POSITIVE_INFINITY;
  for (const batch of readAll(stretches)) {
    const wanted = batch.filter(isWanted).slice(0, left);
    left -= wanted.length;
    if (wanted.length > 0) yield wanted;
    if (left <= 0) return;
  }
}

function* readAll(stretches: Iterable<Stretch>): Generator<readonly MediaFile[]> {
  for (const { reading, entries } of stretches) yield* reading.read(entries);
}

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
): Generator<Stretch> {
  const compare = bySortKey(sort);
  const all = readings.flatMap((reading) =>
    wantedEntries(reading, isWanted).map((entry) => ({ reading, entry })),
  );
  all.sort((a, b) => compare(a.entry, b.entry));
  let entries: SpoolEntry[] = [];
  for (const [at, { reading, entry }] of all.entries()) {
    entries.push(entry);
    if (all[at + 1]?.reading === reading) continue;
    yield { reading, entries };
    entries = [];
  }
}

/** Needs a look at every file where there is a filter; sorting comes before the limit. */
function wantedEntries(
  reading: SpooledReading,
  isWanted: (file: MediaFile) => boolean,
): readonly SpoolEntry[] {
  const files = function* (): Generator<MediaFile> {
    for (const batch of reading.read(reading.entries)) yield* batch;
  };
  const passes = [...files().map(isWanted)];
  return reading.entries.filter((_entry, at) => passes[at]);
}
