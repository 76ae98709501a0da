import { type InstanceName, instanceKey } from '../../src/model/instance.ts';
import type { Library, LibraryFile, LibraryInstance } from '../../src/model/library.ts';
import type { Reading } from '../../src/model/reading.ts';
import type { InstanceOutcome } from '../../src/pipeline/spooled-reading.ts';

/** What a reading does not say of itself. */
export interface LiveContext {
  /** By `radarr/main`; where people reach the server. */
  readonly externalUrls: ReadonlyMap<string, string>;
  readonly now: Date;
}

/**
 * A library of what was just read: without a past, so that what needs one says so. An instance that failed is left
 * out, for nothing of it is known; the caller says which.
 */
export async function libraryOfReadings(
  outcomes: readonly InstanceOutcome[],
  { externalUrls, now }: LiveContext,
): Promise<Library> {
  const readings = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.reading] : []));
  const files: LibraryFile[] = [];
  for (const reading of readings) {
    for await (const batch of reading.files()) {
      files.push(...batch.map((file) => ({ ...file, staleSince: null })));
    }
  }
  return {
    takenAt: now,
    instances: readings.map((reading) => instanceOf(reading, externalUrls)),
    files,
    changes: [],
    ruleChanges: [],
    events: [],
    days: [],
  };
}

function instanceOf(
  { instance, server, rules, items, counts, finishedAt, skipped }: Reading,
  externalUrls: ReadonlyMap<string, string>,
): LibraryInstance {
  return {
    instance: nameOf(instance),
    server,
    externalUrl: externalUrls.get(instanceKey(instance)) ?? null,
    rules,
    items,
    itemsWithoutFile: counts.itemsWithoutFile,
    firstReadAt: finishedAt,
    readAt: finishedAt,
    failure: null,
    triedAt: finishedAt,
    skipped,
    historySince: null,
  };
}

/** Without what a configuration adds, keys among it. */
function nameOf({ service, name }: InstanceName): InstanceName {
  return { service, name };
}
