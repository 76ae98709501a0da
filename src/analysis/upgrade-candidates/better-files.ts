import type { FormatHit } from '../../model/media-file.ts';
import { groupsBy } from '../shared/groups-by.ts';
import type { IndexedFile, ProfileGroup } from '../shared/indexed-file.ts';

/** What better files of the same profile and quality say about a file. */
export interface Better {
  readonly indexed: IndexedFile;
  /** Score of the best of them; the file's own where it is the best. */
  readonly bestScore: number;
  /** Formats worth points that the file lacks and at least half of the better files have, most points first. */
  readonly formats: readonly FormatHit[];
}

const shownAtMost = 3;

/** For each file of a profile. Goes down each quality once, counting formats on the way. */
export function betterFiles({ files }: ProfileGroup): readonly Better[] {
  return groupsBy(files, ({ file }) => String(file.quality.id)).flatMap(({ members }) =>
    betterPeers(members),
  );
}

function betterPeers(peers: readonly IndexedFile[]): readonly Better[] {
  const found: Better[] = [];
  const best = peers.reduce((highest, { file }) => Math.max(highest, file.score), Number.NEGATIVE_INFINITY);
  const levels = Map.groupBy(peers, ({ file }) => file.score);
  const seen = new Map<number, { readonly hit: FormatHit; count: number }>();
  let better = 0;
  for (const [, level] of [...levels].toSorted(([a], [b]) => b - a)) {
    const common = [...seen.values()].filter(({ hit, count }) => hit.score > 0 && 2 * count >= better);
    const ranked = common.map(({ hit }) => hit).toSorted((a, b) => b.score - a.score || a.id - b.id);
    for (const indexed of level) {
      found.push({ indexed, bestScore: best, formats: firstLacking(ranked, indexed.file.formats) });
    }
    for (const { file } of level) countHits(seen, file.formats);
    better += level.length;
  }
  return found;
}

function firstLacking(ranked: readonly FormatHit[], own: readonly FormatHit[]): readonly FormatHit[] {
  const lacking: FormatHit[] = [];
  for (const hit of ranked) {
    if (lacking.length === shownAtMost) break;
    if (!own.some(({ id }) => id === hit.id)) lacking.push(hit);
  }
  return lacking;
}

function countHits(
  seen: Map<number, { readonly hit: FormatHit; count: number }>,
  hits: readonly FormatHit[],
): void {
  for (const hit of hits) {
    const known = seen.get(hit.id);
    if (known === undefined) seen.set(hit.id, { hit, count: 1 });
    else known.count += 1;
  }
}
