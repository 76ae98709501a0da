import { counted } from '../../lib/count.ts';
import type { TableBlock } from '../../model/block.ts';
import type { Analysis } from '../analysis.ts';
import { column, extra, metric, minor, row, table } from '../shared/blocks.ts';
import { titleOf } from '../shared/cells.ts';
import { behind, behindFile, is } from '../shared/conditions.ts';
import { groupsBy } from '../shared/groups-by.ts';
import { lazyRows } from '../shared/lazy-rows.ts';
import { bytesOf } from '../shared/sums.ts';
import { type Fit, findFits } from './fits.ts';

/** Items that another profile would be content with. */
export const profileFit: Analysis = {
  name: 'profile-fit',
  title: 'Profile fit',
  subtitle: 'Items that are searched for under their profile, and would be done under another one',
  page: 'profiles',
  place: 1,
  run: (index) => {
    const fits = findFits(index);
    const items = new Set(fits.map(({ from, itemKey }) => `${from.instanceKey} ${itemKey}`)).size;
    return {
      count: items,
      headline: `${counted(items, 'item')} would be done under another profile.`,
      caveats:
        items === 0 ? [] : ['Done means searched for no more. It is for you to say whether that is enough.'],
      findings: [],
      blocks: [
        metric({ name: 'profile-fits', title: 'Done under another profile', value: items, unit: 'count' }),
        moveTable(fits),
        fitTable(fits),
      ],
    };
  },
};

function moveTable(fits: readonly Fit[]): TableBlock {
  const moves = groupsBy(fits, ({ from, to }) => `${from.key} ${to.key}`).toSorted(
    (a, b) => b.members.length - a.members.length,
  );
  return table({
    name: 'moves',
    title: 'From profile to profile',
    subtitle: 'An item is counted under every profile that would be content with it',
    columns: [
      column('instance', 'Instance', 'text'),
      column('from', 'From', 'text'),
      column('to', 'To', 'text'),
      column('items', 'Items', 'count'),
      minor(column('size', 'Size', 'bytes')),
    ],
    rows: moves.map(({ first, members }) => {
      const bytes = bytesOf(members.flatMap(({ files }) => files));
      const { from, to } = first;
      return row([from.address, from.profile.name, to.profile.name, members.length, bytes]);
    }),
    empty: 'No item would be done under another profile',
  });
}

function fitTable(fits: readonly Fit[]): TableBlock {
  return table({
    name: 'fits',
    title: 'Items',
    subtitle: 'With the weakest of their files; scores of the two profiles cannot be compared',
    columns: [
      column('title', 'Title', 'title'),
      minor(column('instance', 'Instance', 'text')),
      column('from', 'Profile', 'text'),
      column('state', 'State', 'state'),
      column('score', 'Score', 'score'),
      column('to', 'Would be done in', 'text'),
      extra(column('score_there', 'Score there', 'score')),
      minor(column('files', 'Files', 'count')),
      minor(column('size', 'Size', 'bytes')),
    ],
    rows: lazyRows(fits, ({ from, to, itemKey, files, label, weakest, scoreThere }) => {
      const cells = [
        titleOf(weakest),
        from.address,
        from.profile.name,
        label,
        weakest.file.score,
        to.profile.name,
        scoreThere,
        files.length,
        bytesOf(files),
      ];
      const where = [...from.where, is('item', itemKey)];
      return row(cells, files.length === 1 ? behindFile(weakest.file) : behind(where, files.length));
    }),
    empty: 'No item would be done under another profile',
  });
}
