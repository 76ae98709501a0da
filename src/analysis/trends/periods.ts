import type { TableBlock } from '../../model/block.ts';
import { column, extra, minor, row, table } from '../shared/blocks.ts';
import { dayMs } from '../shared/days.ts';
import { lazy } from '../shared/lazy.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { oncePerFile } from '../shared/replacement.ts';
import { countOf } from '../shared/sums.ts';
import { within } from '../shared/time-range.ts';
import { type Downloads, downloadCounter } from './downloads.ts';

/** The spans that people compare. */
const spans: readonly number[] = [7, 30, 90, 365];

/** From when on all instances' replacements are known; null without an instance. */
export function knownSince({ library }: LibraryIndex): Date | null {
  const starts = library.instances.map(({ historySince, firstReadAt }) =>
    Math.min(historySince?.getTime() ?? Number.POSITIVE_INFINITY, firstReadAt.getTime()),
  );
  return starts.length === 0 ? null : new Date(Math.max(...starts));
}

/** What happened in a span. */
export interface Period extends Downloads {
  readonly replacements: number;
  readonly gained: number;
  /** Replacements with a gain for each 1,000 files and 30 days. */
  readonly velocity: number | null;
}

/** Tells what happened in a span of so many days that ended so many spans ago; null where not all of it is known. */
export type PeriodOf = (days: number, spansAgo: number) => Period | null;

/** Goes once through the past for all spans. */
export function createPeriods(index: LibraryIndex): PeriodOf {
  const known = knownSince(index);
  const countDownloads = lazy(() => downloadCounter(index));
  return (days, spansAgo) => {
    const until = index.now.getTime() - spansAgo * days * dayMs;
    const from = until - days * dayMs;
    if (known === null || known.getTime() > from) return null;
    const replaced = oncePerFile(within(index.replacements(), ({ moment }) => moment, { from, until }));
    const gained = countOf(replaced, ({ gain }) => gain > 0);
    return {
      replacements: replaced.length,
      gained,
      velocity: velocityOf(gained, index.files.length, days),
      ...countDownloads()({ from, until }),
    };
  };
}

/** Replacements with a gain for each 1,000 files and 30 days; null without files. */
function velocityOf(gained: number, files: number, days: number): number | null {
  return files === 0 ? null : gained * (1000 / files) * (30 / days);
}

/** Each span against the one of the same length before it. */
export function periodTable(periodOf: PeriodOf): TableBlock {
  return table({
    name: 'periods',
    title: 'Periods',
    subtitle: 'Each against the same length of time before it; velocity is for each 1,000 files and 30 days',
    columns: [
      column('last', 'Last', 'days'),
      column('gained', 'Upgrades', 'count'),
      column('gained_before', 'before', 'count'),
      column('velocity', 'Velocity', 'velocity'),
      minor(column('velocity_before', 'before', 'velocity')),
      extra(column('replacements', 'Replacements', 'count')),
      extra(column('replacements_before', 'before', 'count')),
      minor(column('imports', 'Imports', 'count')),
      minor(column('imports_before', 'before', 'count')),
      minor(column('grabs', 'Grabs', 'count')),
      minor(column('grabs_before', 'before', 'count')),
    ],
    rows: spans.map((days) => {
      const [now, before] = [periodOf(days, 0), periodOf(days, 1)];
      const pair = (of: (period: Period) => number | null): readonly (number | null)[] =>
        [now, before].map((period) => (period === null ? null : of(period)));
      return row([
        days,
        ...pair(({ gained }) => gained),
        ...pair(({ velocity }) => velocity),
        ...pair(({ replacements }) => replacements),
        ...pair(({ imports }) => imports),
        ...pair(({ grabs }) => grabs),
      ]);
    }),
  });
}
