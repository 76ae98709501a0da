import type { ProfileGroup } from './indexed-file.ts';
import type { LibraryIndex } from './library-index.ts';

/** Tells the best score ever seen in a profile; null where nothing was seen, and for a profile of another library. */
export type BestSeenOf = (group: ProfileGroup) => number | null;

/** For rows that are made later: it holds a number a profile, and not the whole index. */
export function bestSeenIn({ groups, ceiling }: LibraryIndex): BestSeenOf {
  return lookup(new Map(groups.map((group) => [group, ceiling(group).bestSeen])));
}

function lookup(known: ReadonlyMap<ProfileGroup, number | null>): BestSeenOf {
  return (group) => known.get(group) ?? null;
}
