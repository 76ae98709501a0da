import type { Row, TableBlock } from '../../model/block.ts';
import { column, extra, minor, row, table } from '../shared/blocks.ts';
import { distributionOf, marksOf, statesOf } from '../shared/cells.ts';
import { behind } from '../shared/conditions.ts';
import type { ProfileGroup } from '../shared/indexed-file.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { deciles, quantile } from '../shared/statistics.ts';

const tenths = [10, 20, 30, 40, 50, 60, 70, 80, 90];

/** Each profile on its own scale, with its deciles. */
export function profileTable(index: LibraryIndex): TableBlock {
  return table({
    name: 'profiles',
    title: 'Scores by profile',
    subtitle: 'Each row has its own scale; scores of different profiles cannot be compared',
    columns: [
      column('profile', 'Profile', 'text'),
      column('instance', 'Instance', 'text'),
      column('files', 'Files', 'count'),
      minor(column('lowest', 'Lowest', 'score')),
      minor(column('distribution', 'Distribution', 'distribution')),
      column('best', 'Best', 'score'),
      minor(column('minimum', 'Minimum', 'score')),
      minor(column('cutoff', 'Cutoff', 'score')),
      column('states', 'States', 'states'),
      ...tenths.map((tenth) => extra(column(`p${tenth}`, `${tenth} %`, 'score'))),
    ],
    rows: index.groups.filter(({ files }) => files.length > 0).map(rowOf),
    empty: 'No file was read',
  });
}

function rowOf(group: ProfileGroup): Row {
  const { profile, address, files, scores, where } = group;
  const best = quantile(scores, 1);
  return row(
    [
      profile.name,
      address,
      files.length,
      quantile(scores, 0),
      distributionOf(scores, marksOf(group, best)),
      best,
      profile.minFormatScore,
      profile.cutoffFormatScore,
      statesOf(files),
      ...deciles(scores),
    ],
    behind(where, files.length),
  );
}
