import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnvironment } from '../../src/config/environment.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { instanceAddress } from '../../src/model/instance.ts';
import { sumOfFormats } from '../../src/model/media-file.ts';
import { realEffects } from '../../src/pipeline/effects.ts';
import { examine } from '../../src/pipeline/examine.ts';
import { type Outcomes, readInstances } from '../../src/pipeline/read-instances.ts';

const environment = readEnvironment();
if (environment['ARR_SCORE_LIVE'] !== '1')
  throw new Error('real servers are asked with ARR_SCORE_LIVE=1 only');

const config = await loadConfig({ path: null, environment });
const effects = realEffects(new AbortController().signal);

/** Politely: one call at a time, at most four a second. */
const instances = config.instances
  .filter(({ enabled }) => enabled)
  .map((instance) => ({ ...instance, workers: 1, maxRequestsPerSecond: 4 }));

let read: Outcomes;

beforeAll(async () => {
  read = await readInstances({ instances, proxy: config.proxy, tell: () => undefined }, effects);
});

afterAll(() => read[Symbol.dispose]());

describe.each(instances.map((instance, at) => [instanceAddress(instance, instances), at] as const))(
  '%s',
  (_address, at) => {
    test('says what it is, and its rules can be read', async () => {
      const [instance] = instances.slice(at);
      if (instance === undefined) throw new Error('it was configured a moment ago');
      expect(await examine(instance, { effects, proxy: config.proxy, tell: () => undefined })).toMatchObject({
        ok: true,
      });
    });

    test('every item is read, and the formats of every file add up to its score', async () => {
      const outcome = read.outcomes[at];
      if (outcome?.ok !== true) throw new Error(`not read: ${JSON.stringify(outcome)}`);
      const { reading } = outcome;
      expect(reading.skipped).toEqual([]);
      let files = 0;
      for await (const batch of reading.files()) {
        files += batch.length;
        const off = batch.filter(({ formats, score }) => sumOfFormats(formats) !== score);
        expect(off.map(({ path }) => path)).toEqual([]);
      }
      expect(files).toBe(reading.counts.files);
    });
  },
);
