import { count, counted, plural, signed } from '../../lib/count.ts';
import type { MetricBlock } from '../../model/block.ts';
import type { Analysis } from '../analysis.ts';
import { metric } from '../shared/blocks.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { sum } from '../shared/statistics.ts';
import { countOf } from '../shared/sums.ts';
import { dayOf } from '../shared/words.ts';
import { causeTable, changeTable, editTable, kindBars } from './change-tables.ts';
import { type CauseSum, changesSince, type ScoredChange, sumByCause } from './scored-change.ts';

/** What changed since a time, and why. */
export const changes: Analysis = {
  name: 'changes',
  title: 'What changed',
  subtitle: 'Every change since a time, by cause, the worst first',
  page: 'overview',
  place: 2,
  run: (index) => {
    const found = changesSince(index);
    const sums = sumByCause(found);
    return {
      count: found.length,
      headline: headlineOf(index, found, sums),
      caveats: caveatsOf(index),
      findings: [],
      blocks: [
        ...figures(found, sums),
        causeTable(sums),
        kindBars(found),
        changeTable(index, found),
        editTable(index),
      ],
    };
  },
};

function figures(found: readonly ScoredChange[], sums: readonly CauseSum[]): readonly MetricBlock[] {
  const pointsOf = (kind: CauseSum['kind']): number =>
    sums.filter((sum) => sum.kind === kind).reduce((total, { points }) => total + points, 0);
  const plain = { unit: 'count' } as const;
  return [
    metric({ name: 'changed', title: 'Changes', value: found.length, ...plain }),
    metric({
      name: 'rose',
      title: 'Scores that rose',
      value: countOf(found, isRise),
      ...plain,
      tone: 'good',
    }),
    metric({ name: 'fell', title: 'Scores that fell', value: countOf(found, isFall), ...plain, tone: 'bad' }),
    metric({ name: 'points-moved', title: 'Points moved', value: totalOf(sums), unit: 'gain' }),
    metric({
      name: 'points-unexplained',
      title: 'Unexplained',
      value: pointsOf('unexplained'),
      unit: 'gain',
    }),
  ];
}

function isRise({ gain }: ScoredChange): boolean {
  return gain !== null && gain > 0;
}

function isFall({ gain }: ScoredChange): boolean {
  return gain !== null && gain < 0;
}

function totalOf(sums: readonly CauseSum[]): number {
  return sums.reduce((total, { points }) => total + points, 0);
}

function headlineOf(
  { since }: LibraryIndex,
  found: readonly ScoredChange[],
  sums: readonly CauseSum[],
): string {
  const replaced = sums.filter(({ kind }) => kind === 'file-replaced');
  const files = sum(replaced.map((one) => one.changes));
  const moved = countOf(found, ({ gain }) => gain !== null && gain !== 0);
  return (
    `Since ${dayOf(since)} ${counted(found.length, 'change')}: downloads brought ${count(files)} of ` +
    `${counted(moved, 'new score')}, ${signed(totalOf(sums))} ${plural(totalOf(sums), 'point')} in all.`
  );
}

function caveatsOf({ library, since, address }: LibraryIndex): readonly string[] {
  return library.instances
    .filter(({ firstReadAt }) => firstReadAt > since)
    .map(({ instance, firstReadAt }) => `${address(instance)} was first read on ${dayOf(firstReadAt)}.`);
}
