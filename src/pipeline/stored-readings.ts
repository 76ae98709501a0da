import type { InstanceConfig } from '../config/config.ts';
import { chunks } from '../lib/chunks.ts';
import { byPlace } from '../model/file-order.ts';
import type { InstanceName } from '../model/instance.ts';
import type { Library, LibraryInstance } from '../model/library.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { keepMemoryLean } from './lean-memory.ts';
import type { Outcomes } from './read-instances.ts';
import { openOwnSpool, openSpoolFolder } from './spool-folder.ts';
import type { SpooledReading } from './spooled-reading.ts';
import { storedInstance } from './stored-instance.ts';

/** Files spooled at once. */
const filesAtOnce = 1_000;

/**
 * The newest snapshots of instances in the shape of readings: no server is asked.
 *
 * @param place  of the store
 * @throws {AppError} code `store`, also for an instance that was never collected
 */
export async function readStored(place: string, instances: readonly InstanceConfig[]): Promise<Outcomes> {
  keepMemoryLean();
  await openSpoolFolder();
  await using store = await openStore(place, { use: 'read' });
  using opened = new DisposableStack();
  const outcomes: Outcomes['outcomes'][number][] = [];
  for (const config of instances) {
    const instance = { service: config.service, name: config.name };
    const reading = opened.use(await storedReading(store, instance));
    outcomes.push({ ok: true, instance, reading });
  }
  const kept = opened.move();
  return { outcomes, [Symbol.dispose]: () => kept.dispose() };
}

async function storedReading(store: Store, instance: InstanceName): Promise<SpooledReading> {
  const { about, files } = await storedInstance(store, instance);
  using opened = new DisposableStack();
  const spool = opened.use(openOwnSpool(null));
  for (const some of chunks(files, filesAtOnce)) spool.add(some);
  const profiles = profilesOf(about, files);
  const entries = spool.entries().toSorted(byPlace);
  const read: SpooledReading['read'] = (wanted) => spool.read(wanted, { items: about.items, profiles });
  const kept = opened.move();
  return {
    instance,
    server: about.server,
    startedAt: about.readAt,
    finishedAt: about.readAt,
    scope: { kind: 'all' },
    rules: about.rules,
    items: about.items,
    counts: {
      items: about.items.size,
      files: entries.length,
      itemsWithoutFile: about.itemsWithoutFile,
      repairedTexts: 0,
    },
    skipped: about.skipped,
    oddities: [],
    entries,
    read,
    plan: 'carried',
    traffic: { requests: 0, retries: 0, bytes: 0, repairedTexts: 0 },
    durationMs: 0,
    async *files() {
      yield* read(entries);
    },
    [Symbol.dispose]: () => kept.dispose(),
  };
}

/** Those of the rules, and those that only files of items name which could not be read since. */
function profilesOf(
  { rules }: LibraryInstance,
  files: Library['files'],
): readonly SpooledReading['rules']['profiles'][number][] {
  const profiles = new Map(files.map(({ profile }) => [profile.id, profile]));
  for (const profile of rules.profiles) profiles.set(profile.id, profile);
  return [...profiles.values()];
}
