import { describeFailure, hintForFailure } from '../../../../model/arr-failure.ts';
import { instanceAddress } from '../../../../model/instance.ts';
import type { LibraryInstance } from '../../../../model/library.ts';
import type { PageModel } from './page-model.ts';

/** What became of the reading, as a whole. */
export type PageState = 'usual' | 'empty' | 'failed';

/** Whether there is anything to draw: no files and no answer are two different things. */
export function pageState({ files, report }: PageModel): PageState {
  if (files.length > 0) return 'usual';
  const { instances } = report.library;
  return instances.length > 0 && instances.some(({ failure }) => failure === null) ? 'empty' : 'failed';
}

/** An instance whose newest try failed. */
export interface FailedInstance {
  readonly address: string;
  readonly what: string;
  readonly hint: string;
  readonly files: number;
  readonly readAt: Date;
}

/** Instances that were not read, with what is still known of them. */
export function failedInstances({ report }: PageModel): readonly FailedInstance[] {
  const { instances, files } = report.library;
  const names = instances.map(({ instance }) => instance);
  return instances.flatMap(({ instance, failure, readAt }) => {
    if (failure === null) return [];
    const own = files.filter((file) => file.instance === instance.name && file.service === instance.service);
    return [
      {
        address: instanceAddress(instance, names),
        what: describeFailure(failure),
        hint: hintForFailure(failure),
        files: own.length,
        readAt,
      },
    ];
  });
}

/** How many items could not be read while others could. */
export function skippedItems({ report }: PageModel): number {
  return report.library.instances.reduce((sum, { skipped }) => sum + skipped.length, 0);
}

const dayMs = 86_400_000;

/**
 * How many days old the data is when it is stale: older than twice the usual time between readings, at least two
 * days; null while it is fresh.
 */
export function staleDays({ report }: PageModel, now: Date): number | null {
  const { takenAt, days } = report.library;
  if (takenAt === null) return null;
  const age = now.getTime() - takenAt.getTime();
  return age > Math.max(2 * dayMs, 2 * usualGap(days.map(({ day }) => day))) ? Math.floor(age / dayMs) : null;
}

/** The median time between the days on which something was read; a day where that cannot be told. */
function usualGap(days: readonly string[]): number {
  const moments = [...new Set(days)].map((day) => Date.parse(day)).toSorted((a, b) => a - b);
  const gaps = moments.slice(1).map((moment, at) => moment - (moments[at] ?? moment));
  const sorted = gaps.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? dayMs;
}

/** `radarr, sonarr` */
export function addressesOf(instances: readonly LibraryInstance[]): string {
  const names = instances.map(({ instance }) => instance);
  return names.map((name) => instanceAddress(name, names)).join(', ');
}
