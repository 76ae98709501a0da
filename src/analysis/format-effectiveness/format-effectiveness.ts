import { agree, counted } from '../../lib/count.ts';
import type { TableBlock } from '../../model/block.ts';
import type { Analysis } from '../analysis.ts';
import { column, metric, minor, row, table } from '../shared/blocks.ts';
import { behind, is } from '../shared/conditions.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { countOf } from '../shared/sums.ts';
import { dayOf } from '../shared/words.ts';
import { formatFindings } from './format-findings.ts';
import { type FormatUse, findUses } from './format-use.ts';
import { doublePairs, type Pair, samePairs } from './pairs.ts';
import { formatTable, hasFormat, pointsBars, useTable } from './use-tables.ts';
import { kindOf } from './verdict.ts';

/** Which formats do anything. */
export const formatEffectiveness: Analysis = {
  name: 'format-effectiveness',
  title: 'Formats',
  subtitle: 'Which formats decide anything, which are idle, and which say the same',
  page: 'formats',
  place: 0,
  run: (index) => {
    const uses = findUses(index);
    const pairs = [...samePairs(index), ...doublePairs(index)];
    const formats = new Set(uses.map(nameOf));
    const deciding = new Set(uses.filter(({ decisive }) => decisive > 0).map(nameOf));
    const never = new Set(uses.filter((use) => kindOf(use) === 'never matched').map(nameOf));
    const guards = countOf(uses, (use) => kindOf(use) === 'guard');
    return {
      count: formats.size,
      headline: `${deciding.size} of ${counted(formats.size, 'format')} ${agree(deciding.size, 'decides', 'decide')} anything. ${never.size} never matched.`,
      caveats: caveatsOf(index, guards),
      findings: formatFindings(uses, pairs),
      blocks: [
        figure('formats-deciding', 'Formats that decide', deciding.size),
        figure('formats-never-matched', 'Never matched', never.size),
        figure('format-pairs', 'Pairs that say the same', pairs.length),
        formatTable(uses),
        useTable(uses),
        pointsBars(uses),
        pairTable(pairs),
      ],
    };
  },
};

function nameOf({ group, format }: FormatUse): string {
  return `${group.instanceKey} ${format.id}`;
}

function figure(name: string, title: string, value: number): ReturnType<typeof metric> {
  return metric({ name, title, value, unit: 'count' });
}

/** Until when the past is known, and what cannot be told. */
function caveatsOf({ library, address }: LibraryIndex, guards: number): readonly string[] {
  const history = library.instances.map(({ instance, historySince }) =>
    historySince === null
      ? `No history of ${address(instance)}: “never matched” speaks of its files alone.`
      : `History of ${address(instance)} is known from ${dayOf(historySince)} on.`,
  );
  if (guards === 0) return history;
  return [
    ...history,
    `${counted(guards, 'guard')} unseen: ${agree(guards, 'a format that only takes', 'formats that only take')} points away, and met nothing. Working or idle cannot be told.`,
  ];
}

function pairTable(pairs: readonly Pair[]): TableBlock {
  return table({
    name: 'pairs',
    title: 'Formats that go together',
    subtitle: 'Same files: one of the two says nothing. Scored twice: one thing gives points two times',
    columns: [
      column('one', 'Format', 'text'),
      column('other', 'And', 'text'),
      column('kind', 'Kind', 'text'),
      minor(column('instance', 'Instance', 'text')),
      minor(column('profile', 'Profile', 'text')),
      column('files', 'Files with both', 'count'),
    ],
    rows: pairs.map(({ kind, group, one, other, files }) => {
      const isSame = kind === 'same files';
      const where = isSame ? [is('instance', group.instanceKey)] : group.where;
      const profile = isSame ? 'all' : group.profile.name;
      return row(
        [one.name, other.name, kind, group.address, profile, files],
        behind([...where, hasFormat(group, one), hasFormat(group, other)], files),
      );
    }),
    empty: 'No two formats go together',
  });
}
