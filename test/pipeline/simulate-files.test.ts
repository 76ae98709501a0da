import { expect, test } from 'vitest';
import type { LibraryFile } from '../../src/model/library.ts';
import { simulateFiles } from '../../src/pipeline/simulate.ts';
import { createSimulator } from '../../src/scoring/simulation/simulator.ts';
import { aFile } from '../support/builders.ts';

test('files of the store are simulated as those of a reading are', async () => {
  const stored: LibraryFile = { ...aFile(), staleSince: null };
  const rules = {
    service: 'radarr' as const,
    formats: [],
    profiles: [stored.profile],
    settings: { propersAndRepacks: 'preferAndUpgrade' as const, seasonPackUpgrade: null },
  };
  const simulator = createSimulator({
    before: rules,
    after: { ...rules, profiles: [{ ...stored.profile, minFormatScore: 1 }] },
    isWindows: false,
    reassign: () => null,
    guard: (work) => ({ kind: 'finished', value: work() }),
  });
  async function* batches() {
    yield [stored];
  }
  const simulated = (await Array.fromAsync(simulateFiles(batches(), simulator))).flat();
  expect(simulated).toMatchObject([{ file: stored, after: { state: { belowMinimum: true } } }]);
});
