import { agree, count, counted } from '../../lib/count.ts';
import type { Row, TableBlock } from '../../model/block.ts';
import type { StripCell } from '../../model/cell.ts';
import { isMonitored } from '../../model/media-file.ts';
import type { Analysis } from '../analysis.ts';
import { bestSeenIn } from '../shared/best-seen.ts';
import { column, extra, metric, minor, row, table } from '../shared/blocks.ts';
import { marksOf } from '../shared/cells.ts';
import { behind, is } from '../shared/conditions.ts';
import { fileKey } from '../shared/indexed-file.ts';
import { lazyRows } from '../shared/lazy-rows.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { sum } from '../shared/statistics.ts';
import { countOf } from '../shared/sums.ts';
import { findSeasons, type Season } from './season.ts';

/** Where a season pack would help. */
export const seasons: Analysis = {
  name: 'seasons',
  title: 'Seasons',
  subtitle: 'The weakest episodes, mixed seasons, and where a pack would be taken',
  page: 'seasons',
  place: 0,
  run: (index) => {
    const found = findSeasons(index);
    const half = countOf(found, ({ belowMinimum, files }) => 2 * belowMinimum >= files.length);
    const packs = found.filter(({ wouldTakePack, files }) => wouldTakePack && files.length > 1);
    return {
      count: found.length,
      headline:
        found.length === 0
          ? null
          : `${count(half)} of ${counted(found.length, 'season')} ` +
            `${agree(half, 'has half or more of its', 'have half or more of their')} files below minimum; ` +
            `a pack would be taken for ${count(packs.length)}.`,
      caveats:
        found.length === 0
          ? []
          : ['Episodes without a file are not known here: a pack may be taken where they are missing.'],
      findings: [],
      blocks: [
        figure('seasons-half-below', 'Half or more below minimum', half),
        figure('seasons-pack', 'A pack would be taken', packs.length),
        figure(
          'seasons-pack-files',
          'Files a pack could replace',
          sum(packs.map(({ replaceable }) => replaceable)),
        ),
        figure('seasons-mixed', 'Mixed groups or sources', countOf(found, isMixed)),
        seasonTable(index, found),
      ],
    };
  },
};

function figure(name: string, title: string, value: number): ReturnType<typeof metric> {
  return metric({ name, title, value, unit: 'count' });
}

function isMixed({ groups, sources }: Season): boolean {
  return groups > 1 || sources > 1;
}

function seasonTable(index: LibraryIndex, found: readonly Season[]): TableBlock {
  const bestSeen = bestSeenIn(index);
  return table({
    name: 'seasons',
    title: 'Weakest seasons',
    subtitle: 'One mark is one file, on the scale of its season',
    columns: [
      column('title', 'Series', 'title'),
      extra(column('instance', 'Instance', 'text')),
      extra(column('profile', 'Profile', 'text')),
      column('below_minimum', 'Below min.', 'count'),
      column('files', 'Files', 'count'),
      minor(column('scores', 'Scores', 'strip')),
      column('weakest', 'Weakest', 'text'),
      column('weakest_score', 'Score', 'score'),
      minor(column('spread', 'Spread', 'gain')),
      minor(column('groups', 'Groups', 'count')),
      extra(column('sources', 'Sources', 'count')),
      minor(column('replaceable', 'A pack could replace', 'count')),
      column('pack', 'Pack taken', 'yes-no'),
    ],
    rows: lazyRows(found, (season) => rowOf(season, bestSeen(season.group))),
    empty: 'There is no series',
  });
}

function rowOf(season: Season, bestSeen: number | null): Row {
  const { group, title, number, files, weakest } = season;
  const where = [...group.where, is('item', season.itemKey), is('season', number)];
  return row(
    [
      { kind: 'title', title, detail: number === 0 ? 'Specials' : `Season ${number}`, fileKey: null },
      group.address,
      group.profile.name,
      season.belowMinimum,
      files.length,
      stripOf(season, bestSeen),
      weakest.label,
      weakest.score,
      season.spread,
      season.groups,
      season.sources,
      season.replaceable,
      season.wouldTakePack,
    ],
    behind(where, files.length),
  );
}

function stripOf({ group, files }: Season, bestSeen: number | null): StripCell {
  return {
    kind: 'strip',
    marks: marksOf(group, bestSeen),
    files: files.map(({ indexed, label }) => ({
      label,
      score: indexed.file.score,
      state: indexed.label,
      isMonitored: isMonitored(indexed.file),
      fileKey: fileKey(indexed),
    })),
  };
}
