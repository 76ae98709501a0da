import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Change } from '../../src/model/change.ts';
import type { Service } from '../../src/model/service.ts';
import { slotKey } from '../../src/model/slot.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { databases } from '../support/databases.ts';
import { run } from '../support/run.ts';
import { collectStory, dayOfStep, patientJudges } from '../support/store-story.ts';
import { compareSteps, readStorySteps, type StoryChanges } from '../support/story.ts';

/** A change without the moment, which the comparison by hand does not know. */
function told(change: Change): object {
  const { slot, at: _, since: __, ...happened } = change;
  return { slot: slotKey(slot), ...happened };
}

function bySlot(changes: readonly Change[]): readonly object[] {
  return changes.map(told).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const all = { instances: null, since: null, kinds: null, causes: null, withRescored: true } as const;

describe.each(['radarr', 'sonarr'] as const)('the story of %s, collected', (service) => {
  const stores = new Map<string, Store>();
  let wanted: readonly StoryChanges[] = [];
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'arr-score-story-'));
    await openAll(folder, stores);
    const steps = await readStorySteps(service);
    wanted = steps
      .slice(1)
      .map((step, index) => compareSteps(steps[index] ?? step, step, patientJudges.matches));
    await collectStory(service, [...stores.values()]);
  }, 300_000);

  afterAll(async () => {
    for (const store of stores.values()) await store[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  test.each(Object.keys(databases))(
    'is the same on %s as the steps compared by hand',
    async (name) => {
      const store = stores.get(name);
      if (store === undefined) return;
      const changes = await Array.fromAsync(store.changes({ ...all, ...patientJudges }));
      for (const [index, { changes: ofStep }] of wanted.entries()) {
        const at = dayOfStep(index + 1).getTime();
        expect(bySlot(changes.filter((change) => change.at.getTime() === at))).toEqual(bySlot(ofStep));
      }
      const ruleChanges = await store.ruleChanges(all);
      const byHand = wanted.flatMap((step) => step.ruleChanges.map(({ edit }) => edit));
      expect(ruleChanges.map(({ edit }) => edit)).toEqual(byHand);
    },
    60_000,
  );

  test('is told in words a helper could paste', async () => {
    vi.stubEnv('TZ', 'UTC');
    const config = await configFor(service, folder);
    const { code, out, err } = await run(['history', '--config', config]);
    expect(err).toMatch(/^\d+ things happened\n$/);
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot(`../golden/history/${service}.txt`);
    const title = service === 'radarr' ? 'Frozen Winter Rising' : 'Secret Umbra';
    const { out: ofTitle } = await run(['history', title, '--config', config]);
    await expect(ofTitle).toMatchFileSnapshot(`../golden/history/${service}-title.txt`);
    vi.unstubAllEnvs();
  }, 60_000);
});

async function openAll(folder: string, stores: Map<string, Store>): Promise<void> {
  for (const [name, fresh] of Object.entries(databases)) {
    const address = name === 'sqlite' ? join(folder, 'story.db') : await fresh();
    if (address !== null) stores.set(name, await openStore(address, { use: 'collect' }));
  }
}

async function configFor(service: Service, folder: string): Promise<string> {
  const path = join(folder, 'arr-score.yaml');
  const instance = 'main:\n    base_url: http://127.0.0.1:1\n    api_key: b2c4d6e8f0a1b3c5d7e9f1a2b4c6d8e0';
  await writeFile(path, `store: story.db\n${service}:\n  ${instance}\n`);
  return path;
}
