import { beforeAll, expect, test } from 'vitest';
import type { Service } from '../../src/model/service.ts';
import type { FaultKind } from '../../src/simulator/faults/fault.ts';
import { usualFaults } from '../../src/simulator/faults/random-faults.ts';
import type { InstanceOptions } from '../../src/simulator/instance-options.ts';
import type { LibrarySource } from '../../src/simulator/open-library.ts';
import { startSimulator } from '../../src/simulator/start-simulator.ts';
import { alive, connectionsLeft } from '../support/alive.ts';
import { openedLibrary } from '../support/opened-library.ts';
import { ownSpools, playExport } from '../support/played-export.ts';
import { complaintsAbout, keyOf, type Struck, type Truth } from '../support/run-complaints.ts';

const runs = 500;
const sideBySide = 16;

/** Far more than a run takes on a machine that is busy with other things. */
const hangMs = 60_000;

/** Small: what matters is how often they fail. */
const items = { radarr: 12, sonarr: 3 } as const;

/** An answer of 1 GB has its own test; a recorded one is no fault of chance. */
const kinds = Object.keys(usualFaults).filter((kind): kind is Exclude<FaultKind, 'replay'> => {
  return Object.hasOwn(usualFaults, kind) && kind !== 'huge';
});

let libraries: Readonly<Record<Service, LibrarySource>>;
let truth: Truth;

/** A server of this library; one that nothing struck before. */
function serving(service: Service, more: InstanceOptions = {}): InstanceOptions {
  return { library: libraries[service], ...more };
}

beforeAll(async () => {
  const small = (service: Service): Promise<LibrarySource> =>
    openedLibrary(service, { kind: 'generated', items: items[service], seed: 7 });
  libraries = { radarr: await small('radarr'), sonarr: await small('sonarr') };
  await using simulator = await startSimulator({ radarr: serving('radarr'), sonarr: serving('sonarr') });
  const { files, code } = await playExport(simulator.instances);
  expect(code).toBe(0);
  truth = { items, files: new Map(files.map((file) => [keyOf(file), file])) };
  expect(truth.files.size).toBeGreaterThan(30);
});

/** What one run came to. */
interface Met {
  readonly complaints: readonly string[];
  readonly struck: readonly Struck[];
  readonly end: 'whole' | 'partial' | 'failed';
}

/** One run with the faults of one seed. */
async function play(seed: number): Promise<Met> {
  const randomFaults = { seed, probability: 0.07, kinds, most: 4 };
  await using simulator = await startSimulator({
    radarr: serving('radarr', { randomFaults }),
    sonarr: serving('sonarr', { randomFaults }),
  });
  const timeouts = { connectMs: 1_000, listFirstByteMs: 300, listIdleMs: 300, otherMs: 300 };
  const played = await playExport(simulator.instances, { chunkSize: 4, timeouts });
  const struck = simulator.log.flatMap(({ instance, fault }) =>
    fault === null ? [] : [{ instance, fault }],
  );
  const keys = simulator.instances.map(({ apiKey }) => apiKey);
  const complaints = complaintsAbout(played, { truth, struck, keys });
  const left = await connectionsLeft(simulator);
  const end = played.files.length === 0 ? 'failed' : 'partial';
  return {
    complaints: left === 0 ? complaints : [...complaints, `${left} connections are left`],
    struck,
    end: played.code === 0 ? 'whole' : end,
  };
}

/** A run that does not end is told by its seed. */
async function playOrHang(seed: number): Promise<Met> {
  const { promise: hung, resolve } = Promise.withResolvers<Met>();
  const timer = setTimeout(() => resolve({ complaints: ['it hangs'], struck: [], end: 'failed' }), hangMs);
  try {
    return await Promise.race([play(seed), hung]);
  } finally {
    clearTimeout(timer);
  }
}

test(`${runs} runs with random faults: no wrong score, no missing file without a name, no hang`, {
  timeout: 480_000,
}, async () => {
  const before = alive();
  const bad: string[] = [];
  const met = new Set<FaultKind>();
  const ends = { whole: 0, partial: 0, failed: 0 };
  const seeds = Array.from({ length: runs }, (_, seed) => seed).values();
  const playSome = async (): Promise<void> => {
    for (const seed of seeds) {
      const { complaints, struck, end } = await playOrHang(seed);
      bad.push(...complaints.map((complaint) => `seed ${seed}: ${complaint}`));
      for (const { fault } of struck) met.add(fault);
      ends[end] += 1;
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, playSome));
  expect(bad).toEqual([]);
  expect(met).toEqual(new Set(kinds));
  // Chance must strike hard enough to matter, and not so hard that nothing is left to be wrong.
  expect(Math.min(ends.whole, ends.partial)).toBeGreaterThan(runs / 10);
  expect(ends.failed).toBeLessThan(runs / 4);
  expect(ownSpools()).toEqual([]);
  await expect.poll(alive, { timeout: 5_000 }).toBeLessThanOrEqual(before);
});
