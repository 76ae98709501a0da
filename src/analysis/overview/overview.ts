import { agree, count, counted } from '../../lib/count.ts';
import { isUpgradable } from '../../model/cutoff-state.ts';
import type { Analysis } from '../analysis.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { countOf } from '../shared/sums.ts';
import { caveatsOf } from './caveats.ts';
import { figures } from './figures.ts';
import { profileTable } from './profile-table.ts';
import { groupTable, instanceTable, qualityTable } from './share-tables.ts';
import { stateBars, stateTable } from './state-blocks.ts';
import { unreadTable } from './unread-table.ts';

/** What is there: what was not read first, then files, sizes, states and scores. */
export const overview: Analysis = {
  name: 'overview',
  title: 'Overview',
  subtitle: 'What there is, and what the servers would still accept for it',
  page: 'overview',
  place: 0,
  run: (index) => ({
    count: index.files.length,
    headline: headlineOf(index),
    caveats: caveatsOf(index),
    findings: [],
    blocks: [
      unreadTable(index),
      ...figures(index),
      stateBars(index),
      stateTable(index),
      profileTable(index),
      instanceTable(index),
      qualityTable(index),
      groupTable(index),
    ],
  }),
};

function headlineOf({ files }: LibraryIndex): string {
  const closed = countOf(files, ({ label }) => label === 'closed');
  const open = countOf(files, ({ state }) => isUpgradable(state));
  const below = countOf(files, ({ state }) => state.belowMinimum);
  return (
    `${count(closed)} of ${counted(files.length, 'file')} ${agree(closed, 'has met its', 'have met their')} cutoff. ` +
    `${count(open)} can still be upgraded; ` +
    `${count(below)} ${agree(below, 'scores below its', 'score below their')} profile’s minimum.`
  );
}
