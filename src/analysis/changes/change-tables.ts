import type { BarsBlock, Row, TableBlock } from '../../model/block.ts';
import type { ChangeKind } from '../../model/change.ts';
import { instanceKey } from '../../model/instance.ts';
import { barred, bars, column, extra, minor, row, table } from '../shared/blocks.ts';
import { causeWords, editWords } from '../shared/cause-words.ts';
import { titleOfSlot } from '../shared/cells.ts';
import { behindSlot } from '../shared/conditions.ts';
import { lazyRows } from '../shared/lazy-rows.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { countOf } from '../shared/sums.ts';
import { type CauseSum, type ScoredChange, wordsOf } from './scored-change.ts';

/** What each cause did. */
export function causeTable(sums: readonly CauseSum[]): TableBlock {
  return table({
    name: 'causes',
    title: 'What changed',
    subtitle: 'The parts of every difference add up',
    columns: [
      column('cause', 'Cause', 'text'),
      column('changes', 'Changes', 'count'),
      barred(column('points', 'Points', 'gain')),
    ],
    rows: sums.map(({ kind, changes, points }) => row([causeWords[kind], changes, points])),
  });
}

const kinds: readonly (readonly [ChangeKind, string])[] = [
  ['new', 'New'],
  ['gone', 'Gone'],
  ['replaced', 'Replaced'],
  ['renamed', 'Renamed'],
  ['attributes-edited', 'Attributes edited'],
  ['rescored', 'Scored anew'],
];

/** How many slots came, went and changed. */
export function kindBars(changes: readonly ScoredChange[]): BarsBlock {
  return bars({
    name: 'kinds',
    title: 'Kinds of change',
    parts: ['Changes'],
    bars: kinds.map(([kind, label]) => ({
      label,
      values: [countOf(changes, ({ change }) => change.kind === kind)],
      files: null,
    })),
  });
}

/** Every change, the worst first. */
export function changeTable({ address }: LibraryIndex, changes: readonly ScoredChange[]): TableBlock {
  return table({
    name: 'changes',
    title: 'All changes',
    subtitle: 'The worst first',
    columns: [
      column('title', 'Title', 'title'),
      minor(column('instance', 'Instance', 'text')),
      extra(column('profile', 'Profile', 'text')),
      minor(column('at', 'Seen', 'date')),
      minor(column('before', 'Before', 'score')),
      minor(column('after', 'After', 'score')),
      column('gain', 'Change', 'gain'),
      column('cause', 'Cause', 'text'),
      extra(column('kind', 'Kind', 'text')),
    ],
    rows: lazyRows(changes, (change) => rowOf(address, change)),
    empty: 'Nothing changed',
  });
}

function rowOf(address: LibraryIndex['address'], { change, place, gain }: ScoredChange): Row {
  const { slot, at, kind, before, after } = change;
  const { indexed } = place;
  return row(
    [
      titleOfSlot(slot, indexed),
      address(slot.instance),
      (after ?? before)?.profileName ?? null,
      at,
      before?.score ?? null,
      after?.score ?? null,
      gain,
      wordsOf(change),
      kind,
    ],
    behindSlot(indexed),
  );
}

/** Every edit of the rules with what it did. */
export function editTable({ library, since, address }: LibraryIndex): TableBlock {
  const addresses = new Map(
    library.instances.map(({ instance }) => [instanceKey(instance), address(instance)]),
  );
  const recent = library.ruleChanges.filter(({ at }) => at >= since).toReversed();
  return table({
    name: 'rule-edits',
    title: 'Edits of the rules',
    subtitle: 'The newest first',
    columns: [
      column('at', 'Seen', 'date'),
      column('instance', 'Instance', 'text'),
      column('edit', 'Edit', 'text'),
      minor(column('files', 'Files', 'count')),
      barred(column('points', 'Points', 'gain')),
      minor(column('states', 'States changed', 'count')),
    ],
    rows: recent.map(({ instanceKey: key, at, edit, filesTouched, pointsMoved, statesChanged }) =>
      row([at, addresses.get(key) ?? key, editWords(edit), filesTouched, pointsMoved, statesChanged]),
    ),
    empty: 'The rules were not edited',
  });
}
