import type { TableBlock } from '../../model/block.ts';
import type { HistoryEvent } from '../../model/history-event.ts';
import { instanceKey } from '../../model/instance.ts';
import { column, extra, minor, row, table } from '../shared/blocks.ts';
import { dayMs } from '../shared/days.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { oncePerFile } from '../shared/replacements.ts';

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
export interface Period {
  readonly replacements: number;
  readonly gained: number;
  /** Replacements with a gain for each 1,000 files and 30 days. */
  readonly velocity: number | null;
  readonly imports: number;
  readonly grabs: number;
}

/** The span of so many days that ends so many spans ago; null where not all of it is known. */
export function periodOf(index: LibraryIndex, days: number, spansAgo: number): Period | null {
  const until = index.now.getTime() - spansAgo * days * dayMs;
  const from = until - days * dayMs;
  const known = knownSince(index);
  if (known === null || known.getTime() > from) return null;
  const isIn = (ms: number): boolean => ms > from && ms <= until;
  const replaced = oncePerFile(index.replacements().filter(({ atMs }) => isIn(atMs)));
  const gained = replaced.filter(({ gain }) => gain > 0).length;
  return {
    replacements: replaced.length,
    gained,
    velocity: velocityOf(gained, index.files.length, days),
    imports: downloadsIn(index, 'imported', isIn),
    grabs: downloadsIn(index, 'grabbed', isIn),
  };
}

/** Replacements with a gain for each 1,000 files and 30 days; null without files. */
function velocityOf(gained: number, files: number, days: number): number | null {
  return files === 0 ? null : gained * (1000 / files) * (30 / days);
}

function downloadsIn(
  { library }: LibraryIndex,
  kind: 'imported' | 'grabbed',
  isIn: (ms: number) => boolean,
): number {
  const found = library.events.filter((event) => event.kind === kind && isIn(event.at.getTime()));
  return new Set(found.map(downloadOf)).size;
}

/** A download of several episodes is one; without an id it is one item's release at one moment. */
function downloadOf({ slot, downloadId, at, sourceTitle }: HistoryEvent): string {
  const place = instanceKey(slot.instance);
  return `${place} ${downloadId ?? `${slot.itemKey} ${sourceTitle} ${at.getTime()}`}`;
}

/** Each span against the one of the same length before it. */
export function periodTable(index: LibraryIndex): TableBlock {
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
      const [now, before] = [periodOf(index, days, 0), periodOf(index, days, 1)];
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
