import { numberAt } from '../../lib/number-at.ts';
import type { FormatHit } from '../../model/media-file.ts';
import { groupsBy } from '../shared/groups-by.ts';
import type { IndexedFile, ProfileGroup } from '../shared/indexed-file.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { fewFiles } from '../shared/sums.ts';

/** Two formats that go together. */
export interface Pair {
  readonly kind: 'same files' | 'scored twice';
  readonly group: ProfileGroup;
  readonly one: FormatHit;
  readonly other: FormatHit;
  /** Files with both. */
  readonly files: number;
  /** Of the rarer one's files, those that have the other, too; 0 to 1. */
  readonly share: number;
}

/** Fewer files may be the same by chance. */
const fewestSame = 10;
const nearlyAlways = 0.95;

/** Formats of one instance that match exactly the same files, 10 or more: one of them says nothing. */
export function samePairs({ groups }: LibraryIndex): readonly Pair[] {
  return groupsBy(groups, ({ instanceKey }) => instanceKey).flatMap(({ first, members }) =>
    identical(matchesIn(members.flatMap(({ files }) => files)), first),
  );
}

interface Matches {
  readonly hit: FormatHit;
  /** Of files, ascending. */
  readonly places: number[];
}

function matchesIn(files: readonly IndexedFile[]): readonly Matches[] {
  const found = new Map<number, Matches>();
  files.forEach(({ file }, place) => {
    for (const hit of file.formats) {
      const matches = found.get(hit.id);
      if (matches === undefined) found.set(hit.id, { hit, places: [place] });
      else matches.places.push(place);
    }
  });
  return [...found.values()].toSorted((a, b) => a.hit.id - b.hit.id);
}

/** Only those with equally many files, the same first and the same last one, are compared whole. */
function identical(all: readonly Matches[], group: ProfileGroup): readonly Pair[] {
  const enough = all.filter(({ places }) => places.length >= fewestSame);
  const alike = Map.groupBy(enough, ({ places }) => `${places.length} ${places[0]} ${places.at(-1)}`);
  return [...alike.values()].flatMap((own) =>
    own.flatMap((one, at) =>
      own
        .slice(at + 1)
        .filter((other) => one.places.every((place, index) => other.places[index] === place))
        .map((other) => ({
          kind: 'same files' as const,
          group,
          one: one.hit,
          other: other.hit,
          files: one.places.length,
          share: 1,
        })),
    ),
  );
}

/** Formats of one profile that are both worth points, and are nearly always matched together: counted twice. */
export function doublePairs({ groups }: LibraryIndex): readonly Pair[] {
  return groups.flatMap((group) => (group.files.length < fewFiles ? [] : doublesIn(group)));
}

function doublesIn(group: ProfileGroup): readonly Pair[] {
  const { hits, counts } = positiveHits(group);
  const width = hits.length;
  return hits.flatMap((one, row) =>
    hits.slice(row + 1).flatMap((other, ahead) => {
      const column = row + 1 + ahead;
      const files = numberAt(counts, row * width + column);
      const rarer = Math.min(numberAt(counts, row * width + row), numberAt(counts, column * width + column));
      if (rarer < fewFiles || files < nearlyAlways * rarer) return [];
      return [{ kind: 'scored twice', group, one, other, files, share: files / rarer } as const];
    }),
  );
}

interface Hits {
  readonly hits: readonly FormatHit[];
  /** How many files have both, at row × width + column; on the diagonal, how many have one. */
  readonly counts: Uint32Array;
}

function positiveHits({ files }: ProfileGroup): Hits {
  const known = new Map<number, FormatHit>();
  for (const { file } of files) addPositive(known, file.formats);
  const hits = [...known.values()].toSorted((a, b) => a.id - b.id);
  const placeOf = new Map(hits.map(({ id }, place) => [id, place]));
  const counts = new Uint32Array(hits.length ** 2);
  for (const { file } of files) countTogether(file.formats, placeOf, { counts, width: hits.length });
  return { hits, counts };
}

function addPositive(known: Map<number, FormatHit>, hits: readonly FormatHit[]): void {
  for (const hit of hits) if (hit.score > 0) known.set(hit.id, hit);
}

function countTogether(
  formats: readonly FormatHit[],
  placeOf: ReadonlyMap<number, number>,
  { counts, width }: { readonly counts: Uint32Array; readonly width: number },
): void {
  const own: number[] = [];
  for (const { id } of formats) {
    const place = placeOf.get(id);
    if (place !== undefined) own.push(place);
  }
  for (const row of own) {
    for (const column of own) counts[row * width + column] = numberAt(counts, row * width + column) + 1;
  }
}
