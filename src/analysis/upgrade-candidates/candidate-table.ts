import type { Row, TableBlock } from '../../model/block.ts';
import { describeWay } from '../../scoring/describe-needed.ts';
import { needed } from '../../scoring/needed.ts';
import { bestSeenIn } from '../shared/best-seen.ts';
import { column, extra, minor, row, table } from '../shared/blocks.ts';
import { formatsCell, gapTo, titleOf } from '../shared/cells.ts';
import { behindFile } from '../shared/conditions.ts';
import type { IndexedFile } from '../shared/indexed-file.ts';
import { lazyRows } from '../shared/lazy-rows.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { type Candidate, reasonOf } from './candidate.ts';

/** Every candidate, in order, with what it takes and what it could bring. */
export function candidateTable(index: LibraryIndex, candidates: readonly Candidate[]): TableBlock {
  const bestSeen = bestSeenIn(index);
  const needs = remembered(needsOf, ({ file }) => `${file.quality.id} ${file.score}`);
  const reasons = remembered(reasonOf, ({ file, state }) => {
    const { belowMinimum, quality, format } = state;
    return `${file.quality.id} ${belowMinimum} ${quality} ${format}`;
  });
  return table({
    name: 'candidate-files',
    title: 'Upgrade candidates',
    subtitle:
      'Below minimum first, then by what a file would gain if it came up to the best of its profile and quality',
    columns: [
      column('title', 'Title', 'title'),
      minor(column('instance', 'Instance', 'text')),
      minor(column('profile', 'Profile', 'text')),
      column('state', 'State', 'state'),
      column('score', 'Score', 'score'),
      column('likely_gain', 'Likely gain', 'gain'),
      minor(column('needs', 'A release needs', 'text')),
      minor(column('would_bring', 'Would bring it', 'formats')),
      extra(column('to_cutoff', 'To the cutoff', 'gain')),
      extra(column('to_best_seen', 'To the best seen', 'gain')),
      extra(column('quality', 'Quality', 'text')),
      extra(column('monitored', 'Monitored', 'yes-no')),
      minor(column('size', 'Size', 'bytes')),
      extra(column('reason', 'Why', 'text')),
    ],
    rows: lazyRows(candidates, (candidate) =>
      rowOf(candidate, {
        needs: needs(candidate),
        reason: reasons(candidate),
        bestSeen: bestSeen(candidate.group),
      }),
    ),
    empty: 'The servers look for nothing better',
  });
}

/** What is the same for many candidates. */
interface Alike {
  readonly needs: string;
  readonly reason: string;
  readonly bestSeen: number | null;
}

function rowOf(candidate: Candidate, { needs, reason, bestSeen }: Alike): Row {
  const { indexed, group, likelyGain, formats } = candidate;
  const { file } = indexed;
  return row(
    [
      titleOf(indexed),
      group.address,
      group.profile.name,
      indexed.label,
      file.score,
      likelyGain,
      needs,
      formatsCell(formats),
      gapTo(group.profile.cutoffFormatScore, file.score),
      gapTo(bestSeen, file.score),
      file.quality.name,
      candidate.isMonitored,
      file.sizeBytes,
      reason,
    ],
    behindFile(file),
  );
}

/** Says what it said before to files of one profile that are alike in what counts. */
function remembered(
  say: (candidate: Candidate) => string,
  keyOf: (indexed: IndexedFile) => string,
): (candidate: Candidate) => string {
  const known = new Map<string, string>();
  return (candidate) => {
    const key = `${candidate.group.key} ${keyOf(candidate.indexed)}`;
    const words = known.get(key) ?? say(candidate);
    known.set(key, words);
    return words;
  };
}

/** The ways that are more than a revision; where quality is open for nothing the profile allows, that there is none. */
function needsOf({ indexed, group }: Candidate): string {
  const { propersAndRepacks } = group.instance.rules.settings;
  const { ways } = needed({ profile: group.profile, file: indexed.file, propersAndRepacks });
  const real = ways.filter(({ kind }) => kind !== 'better-revision');
  return real.length === 0 ? 'nothing the profile allows' : real.map(describeWay).join(', or ');
}
