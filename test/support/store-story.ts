import type { HistoryStart } from '../../src/exporters/exporter.ts';
import type { MediaFile } from '../../src/model/media-file.ts';
import type { Reading } from '../../src/model/reading.ts';
import type { Service } from '../../src/model/service.ts';
import { createJudges, type Judges } from '../../src/pipeline/judges.ts';
import { patternGuard } from '../../src/pipeline/pattern-guard.ts';
import { readInstances } from '../../src/pipeline/read-instances.ts';
import { exporters } from '../../src/pipeline/registry.ts';
import type { RunningInstance } from '../../src/simulator/instance-options.ts';
import { fileMark } from '../../src/store/file-mark.ts';
import type { Store } from '../../src/store/store.ts';
import { aSnapshot } from './a-snapshot.ts';
import { aClient } from './client.ts';
import { configured, noProxy } from './configured.ts';
import { testEffects } from './effects.ts';
import { aSimulator } from './simulated.ts';

/** When a step of the story is collected: one a day. */
export function dayOfStep(step: number): Date {
  return new Date(Date.UTC(2026, 10, 1 + step, 12));
}

/** Collects the whole shipped story into stores, step after step, with the server's own history. */
export async function collectStory(service: Service, stores: readonly Store[]): Promise<void> {
  await using simulator = await aSimulator(service, { library: { kind: 'story' } });
  const { instance } = simulator;
  const instances = [configured(instance)];
  let from: HistoryStart = { kind: 'page', page: 1 };
  for (let step = 0; step < simulator.story.steps; step += 1) {
    simulator.story.goTo(step);
    using read = await readInstances({ instances, proxy: noProxy, tell: () => undefined }, testEffects());
    const [outcome] = read.outcomes;
    if (outcome?.ok !== true) throw new Error(`step ${step} was not read: ${JSON.stringify(outcome)}`);
    const reading = { ...outcome.reading, finishedAt: dayOfStep(step) };
    const files = (await Array.fromAsync(reading.files())).flat();
    for (const store of stores) await saveStep(store, reading, files);
    const newest = await saveHistory(instance, { reading, from, stores });
    if (newest !== null) from = { kind: 'after', eventId: newest };
  }
}

interface HistoryToSave {
  readonly reading: Pick<Reading, 'instance' | 'items'>;
  readonly from: HistoryStart;
  readonly stores: readonly Store[];
}

/** The newest event's id. */
async function saveHistory(
  { service, url, apiKey }: RunningInstance,
  { reading: { instance, items }, from, stores }: HistoryToSave,
): Promise<number | null> {
  await using client = aClient(url, { service, apiKey });
  const request = { instance, items, from, progress: () => undefined };
  let newest: number | null = null;
  for await (const { events, nextPage } of exporters[service].history(client, request)) {
    for (const store of stores) await store.saveEvents({ instance, events, nextPage });
    newest = events.at(-1)?.eventId ?? newest;
  }
  return newest;
}

/** Judges that no busy machine makes forget what they know. */
export const patientJudges: Judges = createJudges(patternGuard(20_000));

async function saveStep(
  store: Store,
  reading: Omit<Reading, 'files'>,
  files: readonly MediaFile[],
): Promise<void> {
  const owner = { id: 'test', host: 'here', processId: 1, now: new Date(0), isAlive: () => false };
  const taken = await store.lock(reading.instance, owner);
  if (!taken.ok) throw new Error('the lock is held');
  await using _ = taken.lock;
  const marks = files.map((file) => ({ fileId: file.fileId, itemId: file.item.id, mark: fileMark(file) }));
  await store.save({
    ...aSnapshot(),
    ...patientJudges,
    reading,
    marks,
    *read(ids) {
      yield files.filter(({ fileId }) => ids.has(fileId));
    },
  });
}
