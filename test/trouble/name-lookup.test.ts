import { expect, test } from 'vitest';
import { readInstances } from '../../src/pipeline/read-instances.ts';
import type { RunningInstance } from '../../src/simulator/instance-options.ts';
import { alive, connectionsLeft } from '../support/alive.ts';
import { configured, noProxy } from '../support/configured.ts';
import { testEffects } from '../support/effects.ts';
import { ownSpools } from '../support/played-export.ts';
import { aSimulator } from '../support/simulated.ts';

const lost = 10_000;

/** A label of 64 letters is too long for any name: it is looked up as every name is, and no other machine is asked. */
const nowhere = `http://${'a'.repeat(64)}.invalid:7878`;

/** Three waits before the fourth and last try: half of 0.5, 1 and 2 s, as chance is one half here. */
const waitsMs = 250 + 500 + 1_000;

test('a name that is not found fails its 10,000 instances one by one, in bounded time and memory', {
  timeout: 240_000,
}, async () => {
  await using simulator = await aSimulator('radarr');
  const instances = Array.from({ length: lost }, (_, at): RunningInstance => {
    return { service: 'radarr', name: `lost-${at}`, url: nowhere, apiKey: 'e'.repeat(32) };
  });
  const before = { alive: alive(), heap: process.memoryUsage().heapUsed };
  let waited = 0;
  const sleep = async (ms: number): Promise<void> => {
    waited += ms;
  };
  {
    using read = await readInstances(
      {
        instances: [...instances, simulator.instance].map((one) => configured(one)),
        proxy: noProxy,
        tell: () => undefined,
      },
      testEffects({ sleep }),
    );
    const failed = read.outcomes.flatMap((one) => (one.ok ? [] : [one]));
    expect(failed.map(({ instance }) => instance.name)).toEqual(instances.map(({ name }) => name));
    expect(new Set(failed.map(({ failure }) => failure.kind))).toEqual(new Set(['unreachable']));
    expect(read.outcomes.at(-1)).toMatchObject({ ok: true, reading: { counts: { files: 107 } } });
    expect(waited).toBe(lost * waitsMs);
  }
  // 20 kB an instance, garbage included.
  expect(process.memoryUsage().heapUsed - before.heap).toBeLessThan(lost * 20_000);
  expect(ownSpools()).toEqual([]);
  expect(await connectionsLeft(simulator)).toBe(0);
  await expect.poll(alive, { timeout: 5_000 }).toBeLessThanOrEqual(before.alive);
});
