import type { Row, TableBlock } from '../../model/block.ts';
import type { Cell } from '../../model/cell.ts';
import { column, extra, minor, row, table } from '../shared/blocks.ts';
import { titleOfSlot } from '../shared/cells.ts';
import { behindSlot } from '../shared/conditions.ts';
import { lazyRows } from '../shared/lazy-rows.ts';
import { driftMend, faultWords, loopMend } from './fault.ts';
import type { Drift } from './find-drift.ts';
import type { Loop, Repeat } from './find-loops.ts';
import type { SlotStory } from './slot-story.ts';

const place = [
  column('title', 'Title', 'title'),
  minor(column('instance', 'Instance', 'text')),
  extra(column('profile', 'Profile', 'text')),
];
const blame = [column('fault', 'Format at fault', 'text'), minor(column('mend', 'Usual mend', 'text'))];

/** Slots that are filled again and again. */
export function loopTable(loops: readonly Loop[]): TableBlock {
  return table({
    name: 'looping-titles',
    title: 'Loops',
    subtitle: 'Three downloads or more within 60 days, and the last file is not a step better than the first',
    columns: [
      ...place,
      column('grabs', 'Downloads', 'count'),
      column('gain', 'Gain', 'gain'),
      minor(column('step', 'Step', 'gain')),
      ...blame,
      minor(column('last', 'Last', 'date')),
    ],
    rows: lazyRows(loops, ({ story, grabs, gain, fault, last }) =>
      rowOf(story, [
        grabs.length,
        gain,
        story.group.profile.minUpgradeFormatScore,
        faultWords(fault),
        loopMend(fault),
        last,
      ]),
    ),
    empty: 'Nothing goes round in a loop',
  });
}

/** Releases that came again. */
export function repeatTable(repeats: readonly Repeat[]): TableBlock {
  return table({
    name: 'same-release',
    title: 'The same release again',
    subtitle: 'Grabbed more than once into the same place; failed downloads do not count',
    columns: [
      ...place,
      column('times', 'Times', 'count'),
      column('release', 'Release', 'text'),
      minor(column('last', 'Last', 'date')),
    ],
    rows: lazyRows(repeats, ({ story, times, release, last }) => rowOf(story, [times, release, last])),
    empty: 'No release came twice',
  });
}

/** Scores that fell on the way. */
export function driftTable(
  { name, title, subtitle, empty }: Pick<TableBlock, 'name' | 'title' | 'subtitle' | 'empty'>,
  heads: readonly [from: string, to: string],
  drifts: readonly Drift[],
): TableBlock {
  return table({
    name,
    title,
    subtitle,
    empty,
    columns: [
      ...place,
      column('from', heads[0], 'score'),
      column('to', heads[1], 'score'),
      column('drop', 'Drop', 'gain'),
      ...blame,
      minor(column('at', 'Imported', 'date')),
    ],
    rows: lazyRows(drifts, ({ story, from, to, fault, at }) =>
      rowOf(story, [from, to, to - from, faultWords(fault), driftMend(fault), at]),
    ),
  });
}

function rowOf({ slot, indexed, group }: SlotStory, cells: readonly Cell[]): Row {
  const files = behindSlot(indexed);
  return row([titleOfSlot(slot, indexed), group.address, group.profile.name, ...cells], files);
}
