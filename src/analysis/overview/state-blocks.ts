import type { BarsBlock, TableBlock } from '../../model/block.ts';
import { type CutoffLabel, shownLabels } from '../../model/cutoff-state.ts';
import { barred, bars, column, minor, row, table } from '../shared/blocks.ts';
import { statesOf } from '../shared/cells.ts';
import { behind, is } from '../shared/conditions.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { bytesOf, percentOf } from '../shared/sums.ts';

const meanings: Readonly<Record<CutoffLabel, string>> = {
  closed: 'Only a better revision would be taken',
  'format open': 'Right quality, score below the format cutoff',
  'quality open': 'A better quality is still wanted',
  'below minimum': 'Offered today, it would be refused',
  'upgrades off': 'The profile allows no upgrades',
};

/** All files as one bar of five states. */
export function stateBars({ files }: LibraryIndex): BarsBlock {
  const { counts } = statesOf(files);
  return bars({
    name: 'states',
    title: 'Cutoff states',
    subtitle: 'What the servers would still accept for each file',
    parts: shownLabels,
    bars: [
      {
        label: 'All files',
        values: shownLabels.map((label) => counts[label]),
        files: behind([], files.length),
      },
    ],
  });
}

/** The five states with what they mean. Each file is in one. */
export function stateTable({ files }: LibraryIndex): TableBlock {
  return table({
    name: 'cutoff-states',
    title: 'Cutoff states',
    subtitle:
      'Each file is in one, the first that fits from below: upgrades off, below minimum, quality open',
    columns: [
      column('state', 'State', 'state'),
      minor(column('meaning', 'Meaning', 'text')),
      barred(column('files', 'Files', 'count')),
      column('share', 'Share', 'percent'),
      minor(column('size', 'Size', 'bytes')),
    ],
    rows: shownLabels.map((label) => {
      const own = files.filter((file) => file.label === label);
      const cells = [label, meanings[label], own.length, percentOf(own.length, files.length), bytesOf(own)];
      return row(cells, behind([is('state', label)], own.length));
    }),
  });
}
