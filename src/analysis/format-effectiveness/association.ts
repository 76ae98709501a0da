import { numberAt } from '../../lib/number-at.ts';
import type { IndexedFile, ProfileGroup } from '../shared/indexed-file.ts';
import { fewFiles } from '../shared/sums.ts';

/**
 * How other points of files with a format differ from those without it, by format id: the median of score less own
 * points with it, minus the median without, within each quality; then the mean over the qualities by files with it.
 * Only where both sides have enough files. An association, never a cause.
 */
export function associations({ files }: ProfileGroup): ReadonlyMap<number, number> {
  const sums = new Map<number, { total: number; weight: number }>();
  const qualities = [...Map.groupBy(files, ({ file }) => file.quality.id)].toSorted(([a], [b]) => a - b);
  for (const [, peers] of qualities) {
    if (peers.length >= 2 * fewFiles) addPeers(peers, sums);
  }
  return new Map([...sums].map(([id, { total, weight }]) => [id, total / weight]));
}

function addPeers(peers: readonly IndexedFile[], sums: Map<number, { total: number; weight: number }>): void {
  const sorted = peers.map(({ file }) => file).toSorted((a, b) => a.score - b.score);
  const scores = sorted.map(({ score }) => score);
  for (const [id, { points, places }] of placesOf(sorted)) {
    const without = sorted.length - places.length;
    if (places.length < fewFiles || without < fewFiles) continue;
    const withIt = numberAt(scores, numberAt(places, middle(places.length)));
    const difference = withIt - points - numberAt(scores, placeWithout(places, middle(without)));
    const sum = sums.get(id) ?? { total: 0, weight: 0 };
    sums.set(id, { total: sum.total + difference * places.length, weight: sum.weight + places.length });
  }
}

interface Matches {
  readonly points: number;
  /** Ascending, in the order of the scores. */
  readonly places: number[];
}

function placesOf(sorted: readonly IndexedFile['file'][]): ReadonlyMap<number, Matches> {
  const found = new Map<number, Matches>();
  sorted.forEach(({ formats }, place) => {
    for (const { id, score } of formats) {
      const matches = found.get(id);
      if (matches === undefined) found.set(id, { points: score, places: [place] });
      else matches.places.push(place);
    }
  });
  return found;
}

/** The nearest rank of the median, from 0. */
function middle(length: number): number {
  return Math.ceil(length / 2) - 1;
}

/** Where the one without is that `rank` others without come before. */
function placeWithout(places: readonly number[], rank: number): number {
  let place = rank;
  for (const taken of places) {
    if (taken > place) break;
    place += 1;
  }
  return place;
}
