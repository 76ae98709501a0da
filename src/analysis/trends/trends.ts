import { count, counted } from '../../lib/count.ts';
import type { Analysis } from '../analysis.ts';
import { metric } from '../shared/blocks.ts';
import { daysBetween } from '../shared/days.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { dayOf } from '../shared/words.ts';
import { dayBlocks } from './day-blocks.ts';
import { createPeriods, knownSince, type PeriodOf, periodTable } from './periods.ts';
import { weekBars, weeksOf, weekTable } from './weeks.ts';

/** Whether it gets better, and whether by files or by rules. */
export const trends: Analysis = {
  name: 'trends',
  title: 'Trends',
  subtitle: 'Does it get better, and by files or by rules?',
  page: 'trends',
  place: 0,
  run: (index) => {
    const periodOf = createPeriods(index);
    const month = periodOf(30, 0);
    const weeks = weeksOf(index);
    return {
      count: null,
      headline: headlineOf(periodOf),
      caveats: caveatsOf(index),
      findings: [],
      blocks: [
        metric({
          name: 'velocity',
          title: 'Velocity',
          subtitle: 'Upgrades of the last 30 days for each 1,000 files',
          value: month?.velocity ?? null,
          unit: 'velocity',
          note: month === null ? 'not all of 30 days is known' : counted(month.gained, 'upgrade'),
        }),
        ...dayBlocks(index),
        weekBars(weeks),
        weekTable(weeks),
        periodTable(periodOf),
      ],
    };
  },
};

function headlineOf(periodOf: PeriodOf): string | null {
  const [now, before] = [periodOf(90, 0), periodOf(90, 1)];
  if (now === null) return null;
  const past = before === null ? '' : `, in the 90 before ${count(before.gained)}`;
  return `${counted(now.gained, 'upgrade')} in the last 90 days${past}.`;
}

function caveatsOf(index: LibraryIndex): readonly string[] {
  const { library, isNarrowed } = index;
  const known = knownSince(index);
  const firstRead = library.instances.map(({ firstReadAt }) => firstReadAt.getTime());
  const isFilled = library.instances.some(({ historySince }) => historySince !== null);
  const caveats = [
    isNarrowed
      ? 'Counts by day are of whole profiles: a filter cannot be applied to the past, so they are left out.'
      : null,
    known === null ? null : `No history before ${dayOf(known)}.`,
    isFilled
      ? `Titles removed before ${dayOf(new Date(Math.max(...firstRead)))} are missing in the history.`
      : null,
    gapsOf(library.days.map(({ day }) => day)),
  ];
  return caveats.filter((caveat) => caveat !== null);
}

function gapsOf(days: readonly string[]): string | null {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return 'There are no counts by day yet.';
  const all = daysBetween(first, last).length;
  const missing = all - new Set(days).size;
  return missing === 0
    ? null
    : `On ${count(missing)} of ${count(all)} days nothing was read; gaps stay gaps.`;
}
