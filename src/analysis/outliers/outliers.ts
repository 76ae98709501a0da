import { agree, count, counted } from '../../lib/count.ts';
import type { ScatterBlock, TableBlock } from '../../model/block.ts';
import type { Analysis } from '../analysis.ts';
import { column, extra, metric, minor, row, table } from '../shared/blocks.ts';
import { titleOf } from '../shared/cells.ts';
import { behind, behindFile, is } from '../shared/conditions.ts';
import type { ProfileGroup } from '../shared/indexed-file.ts';
import { lazyRows } from '../shared/lazy-rows.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { countOf } from '../shared/sums.ts';
import { placeOf } from '../shared/words.ts';
import { type Contradiction, contradictions, judgedName } from './contradictions.ts';
import { type SizeOutlier, sizeOutliers } from './size-outliers.ts';

/** Files that are not what they should be, by size and by name. */
export const outliers: Analysis = {
  name: 'outliers',
  title: 'Outliers',
  subtitle: 'Sizes far from the usual, names the file does not bear out, names that are missing',
  page: 'act',
  place: 3,
  run: (index) => {
    const { files } = index;
    const sizes = sizeOutliers(files);
    const claims = contradictions(files);
    const unjudged = countOf(files, ({ file }) => file.mediaInfo === null);
    return {
      count: sizes.length + claims.length,
      headline: `${counted(sizes.length, 'file')} of unusual size, ${counted(claims.length, 'name')} that the ${agree(claims.length, 'file does', 'files do')} not bear out.`,
      caveats: unjudged === 0 ? [] : [unjudgedWords(unjudged)],
      findings: [],
      blocks: [
        metric({ name: 'size-outliers', title: 'Unusual size', value: sizes.length, unit: 'count' }),
        metric({ name: 'contradictions', title: 'Names not borne out', value: claims.length, unit: 'count' }),
        missing(index, 'group', 'No release group'),
        missing(index, 'scene', 'No scene name'),
        scatter(index, sizes),
        sizeTable(index, sizes),
        contradictionTable(index, claims),
      ],
    };
  },
};

function unjudgedWords(files: number): string {
  return `${counted(files, 'file')} without media info: ${agree(files, 'its name', 'their names')} cannot be checked.`;
}

function missing(
  { files }: LibraryIndex,
  field: 'group' | 'scene',
  title: string,
): ReturnType<typeof metric> {
  const value = countOf(
    files,
    ({ file }) => ((field === 'group' ? file.releaseGroup : file.sceneName) ?? '') === '',
  );
  const note = `of ${count(files.length)}`;
  return metric({
    name: `no-${field}`,
    title,
    value,
    unit: 'count',
    note,
    files: behind([is(field, '')], value),
  });
}

/** Size against score, of the profile with the most outliers: scores of several would mean nothing. */
function scatter({ groups }: LibraryIndex, sizes: readonly SizeOutlier[]): ScatterBlock {
  const unusual = new Set(sizes.map(({ indexed }) => indexed));
  const marked = ({ files }: ProfileGroup): number => countOf(files, (file) => unusual.has(file));
  const counts = groups.map((group) => ({ group, marked: marked(group) }));
  const [most] = counts.toSorted(
    (a, b) => b.marked - a.marked || b.group.files.length - a.group.files.length,
  );
  return {
    kind: 'scatter',
    name: 'size-score',
    title: 'Size against score',
    subtitle:
      most === undefined ? '' : `${placeOf(most.group)}; marked: unusual sizes for quality and length`,
    x: { label: 'Size', unit: 'bytes' },
    y: { label: 'Score', unit: 'score' },
    points: (most?.group.files ?? []).map((indexed) => ({
      x: indexed.file.sizeBytes,
      y: indexed.file.score,
      title: titleOf(indexed),
      isMarked: unusual.has(indexed),
    })),
  };
}

function sizeTable({ address: addressOf }: LibraryIndex, sizes: readonly SizeOutlier[]): TableBlock {
  return table({
    name: 'sizes',
    title: 'Unusual sizes',
    subtitle: 'Bytes a minute within a quality of 30 files or more, the farthest from the middle first',
    columns: [
      column('title', 'Title', 'title'),
      minor(column('instance', 'Instance', 'text')),
      column('quality', 'Quality', 'text'),
      column('size', 'Size', 'bytes'),
      minor(column('per_minute', 'A minute', 'bytes')),
      minor(column('usual_per_minute', 'Usual', 'bytes')),
      column('times_usual', 'Times usual', 'ratio'),
      extra(column('z', 'Robust z', 'ratio')),
    ],
    rows: lazyRows(sizes, ({ indexed, bytesPerMinute, usual, z }) => {
      const { file } = indexed;
      const address = addressOf({ service: file.service, name: file.instance });
      const cells = [
        titleOf(indexed),
        address,
        file.quality.name,
        file.sizeBytes,
        bytesPerMinute,
        usual,
        bytesPerMinute / usual,
        z,
      ];
      return row(cells, behindFile(file));
    }),
    empty: 'Every size is usual',
  });
}

function contradictionTable(
  { address: addressOf }: LibraryIndex,
  claims: readonly Contradiction[],
): TableBlock {
  return table({
    name: 'contradicted-names',
    title: 'Names the file does not bear out',
    subtitle: 'Fixed words of the release name against what the server read from the file',
    columns: [
      column('title', 'Title', 'title'),
      minor(column('instance', 'Instance', 'text')),
      column('claimed', 'The name says', 'text'),
      column('found', 'The file has', 'text'),
      extra(column('release', 'Release', 'text')),
    ],
    rows: lazyRows(claims, ({ indexed, claimed, found }) => {
      const { file } = indexed;
      const address = addressOf({ service: file.service, name: file.instance });
      return row([titleOf(indexed), address, claimed, found, judgedName(indexed)], behindFile(file));
    }),
    empty: 'Every name is borne out',
  });
}
