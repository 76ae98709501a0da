import type { MediaFile } from './media-file.ts';

/** What the files of one instance are put in order by: small, so that a whole library's fits into memory. */
export interface FilePlace {
  readonly itemId: number;
  /** 0 for a movie. */
  readonly season: number;
  /** The first of them; 0 for a movie. */
  readonly episode: number;
  readonly fileId: number;
}

/** All that files are put in order by. */
export interface FileOrder extends FilePlace {
  /** Place of the instance in the configuration, from 0. */
  readonly instanceIndex: number;
  readonly score: number;
  /** As the server has it: a copy without case for each file would be the larger part of all this. */
  readonly title: string;
  readonly addedMs: number;
}

/** What `--sort` takes. */
export const sortKeys = ['score', '-score', 'title', 'added'] as const;

/** One of them; `-score` is best first, the others are smallest, first and oldest first. */
export type SortKey = (typeof sortKeys)[number];

/** How two files compare: below 0 when the first comes first. */
export type FileComparator = (a: FileOrder, b: FileOrder) => number;

/** Where a file belongs among those of its instance. */
export function placeOf({ item, part, fileId }: MediaFile): FilePlace {
  return {
    itemId: item.id,
    season: part?.season ?? 0,
    episode: part?.episodes[0]?.number ?? 0,
    fileId,
  };
}

/** What a file is put in order by. */
export function orderOf(file: MediaFile, instanceIndex: number): FileOrder {
  const { item, score, dateAdded } = file;
  return { ...placeOf(file), instanceIndex, score, title: item.title, addedMs: dateAdded.getTime() };
}

/** The order of the files of one instance: item, season, episode, file. No two files are equal. */
export function byPlace(a: FilePlace, b: FilePlace): number {
  return a.itemId - b.itemId || a.season - b.season || a.episode - b.episode || a.fileId - b.fileId;
}

/** The order of every output: instance as configured, item, season, episode, file. No two files are equal. */
export const byIdentity: FileComparator = (a, b) => a.instanceIndex - b.instanceIndex || byPlace(a, b);

const comparators: Readonly<Record<SortKey, FileComparator>> = {
  score: (a, b) => a.score - b.score,
  '-score': (a, b) => b.score - a.score,
  title: (a, b) => byText(folded(a.title), folded(b.title)),
  added: (a, b) => a.addedMs - b.addedMs,
};

/** The order a person asked for; equals in the order of identity, so that two runs agree. */
export function bySortKey(key: SortKey): FileComparator {
  const compare = comparators[key];
  return (a, b) => compare(a, b) || byIdentity(a, b);
}

/** Without regard to case. */
function folded(title: string): string {
  return title.normalize('NFC').toLowerCase();
}

/** By UTF-16 unit: the same everywhere, whatever the language of the machine. */
function byText(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
