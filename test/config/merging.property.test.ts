import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Environment } from '../../src/config/environment.ts';
import { aConfigFolder, aKey } from '../support/config-folder.ts';

const standard = {
  enabled: true,
  workers: 5,
  chunk_size: 100,
  max_requests_per_second: null,
  allow_insecure: false,
  'timeouts.other_seconds': 60,
  'timeouts.connect_seconds': 10,
} as const;

type Leaf = keyof typeof standard;

const values: Readonly<Record<Leaf, fc.Arbitrary<number | boolean>>> = {
  enabled: fc.boolean(),
  workers: fc.integer({ min: 1, max: 32 }),
  chunk_size: fc.integer({ min: 1, max: 500 }),
  max_requests_per_second: fc.integer({ min: 1, max: 1000 }),
  allow_insecure: fc.boolean(),
  'timeouts.other_seconds': fc.integer({ min: 1, max: 3600 }),
  'timeouts.connect_seconds': fc.integer({ min: 1, max: 3600 }),
};

/** Some of the leaves with values. */
const someValues = fc.record(values, { requiredKeys: [] });
const name = fc.constantFrom('main', 'radarr-4k', 'Radarr_HD', '2160', 'my films');
const said = fc.record({ instance: name, file: someValues, variables: someValues, flags: someValues });
type Values = Partial<Readonly<Record<Leaf, number | boolean>>>;

test('of flag, variable, file and default the first that speaks decides, leaf by leaf', async () => {
  await fc.assert(
    fc.asyncProperty(said, async ({ instance, file, variables, flags }) => {
      await using folder = await aConfigFolder({ 'arr-score.yaml': asFile(instance, file) });
      const { instances } = await folder.load({
        environment: asVariables(instance, variables),
        flags: Object.entries(flags).map(([leaf, value]) => `radarr.${instance}.${leaf}=${value}`),
      });
      const wanted = { ...standard, ...file, ...variables, ...flags };
      const [got] = instances;
      expect({
        enabled: got?.enabled,
        workers: got?.workers,
        chunk_size: got?.chunkSize,
        max_requests_per_second: got?.maxRequestsPerSecond,
        allow_insecure: got?.allowInsecure,
        'timeouts.other_seconds': (got?.timeouts.otherMs ?? 0) / 1000,
        'timeouts.connect_seconds': (got?.timeouts.connectMs ?? 0) / 1000,
      }).toEqual(wanted);
    }),
    { numRuns: 150 },
  );
});

test('of two flags for one value the later wins, whatever the spelling', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': asFile('main', {}) });
  const { instances } = await folder.load({
    flags: ['radarr.main.chunk_size=3', 'RADARR.main.chunk-size=4'],
  });
  expect(instances[0]?.chunkSize).toBe(4);
});

function asFile(instance: string, leaves: Values): string {
  const timeouts = Object.entries(leaves).filter(([leaf]) => leaf.startsWith('timeouts.'));
  const others = Object.entries(leaves).filter(([leaf]) => !leaf.startsWith('timeouts.'));
  const block = {
    base_url: 'http://nas:7878',
    api_key: aKey,
    ...Object.fromEntries(others),
    timeouts: Object.fromEntries(timeouts.map(([leaf, value]) => [leaf.replace('timeouts.', ''), value])),
  };
  return stringify({ radarr: { [instance]: block } });
}

function asVariables(instance: string, leaves: Values): Environment {
  const entries = Object.entries(leaves).map(([leaf, value]) => {
    const path = ['arr_score', 'radarr', instance, ...leaf.split('.')].join('__');
    return [path.toUpperCase().replaceAll(/[- ]/g, '_'), String(value)] as const;
  });
  return Object.fromEntries<string>(entries);
}
