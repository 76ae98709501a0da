import { beforeAll, expect, test } from 'vitest';
import type { FaultKind } from '../../src/simulator/faults/fault.ts';
import { usualFaults } from '../../src/simulator/faults/random-faults.ts';
import type { InstanceOptions } from '../../src/simulator/instance-options.ts';
import { type Simulator, startSimulator } from '../../src/simulator/start-simulator.ts';
import { type PlayedExport, type PlayedFile, playExport } from '../support/played-export.ts';

const runs = 500;
const sideBySide = 10;

/** Servers with few items: what matters is how often they fail. */
const small = (items: number, more: InstanceOptions = {}): InstanceOptions => ({
  library: { kind: 'generated', items, seed: 7 },
  ...more,
});

/** An answer of 1 GB has its own test; a recorded one is no fault of chance. */
const kinds = Object.keys(usualFaults).filter((kind): kind is Exclude<FaultKind, 'replay'> => {
  return Object.hasOwn(usualFaults, kind) && kind !== 'huge';
});

const keyOf = ({ service, itemId, fileId }: PlayedFile): string => `${service} ${itemId} ${fileId}`;
const sumOf = ({ formats }: PlayedFile): number => formats.reduce((sum, { score }) => sum + score, 0);

let truth: ReadonlyMap<string, PlayedFile>;

beforeAll(async () => {
  await using simulator = await startSimulator({ radarr: small(14), sonarr: small(3) });
  const { files, code } = await playExport(simulator.instances);
  expect(code).toBe(0);
  truth = new Map(files.map((file) => [keyOf(file), file]));
  expect(truth.size).toBeGreaterThan(30);
});

/** One run with the faults of one seed. */
async function play(
  seed: number,
): Promise<{ readonly played: PlayedExport; readonly struck: Simulator['log'] }> {
  const randomFaults = { seed, probability: 0.12, kinds, most: 4 };
  await using simulator = await startSimulator({
    radarr: small(14, { randomFaults }),
    sonarr: small(3, { randomFaults }),
  });
  const timeouts = { connectMs: 1_000, listFirstByteMs: 250, listIdleMs: 250, otherMs: 250 };
  const played = await playExport(simulator.instances, { chunkSize: 4, timeouts });
  return { played, struck: simulator.log.filter(({ fault }) => fault !== null) };
}

/** Each stands for one strike: its service. What is deleted is the last item of the list, each time. */
interface Changed {
  readonly edited: readonly string[];
  readonly deleted: readonly string[];
}

function servicesWith(kind: FaultKind, struck: Simulator['log']): readonly string[] {
  const instances = struck.filter(({ fault }) => fault === kind).map(({ instance }) => instance);
  return instances.map((instance) => instance.replace(/[/].*/, ''));
}

const lastItem: Readonly<Record<string, number>> = { radarr: 14, sonarr: 3 };

/** What is wrong with a run; nothing, if all is well. */
function complaints(played: PlayedExport, { edited, deleted }: Changed): readonly string[] {
  const { files, told, code, left } = played;
  const named = new Map(told.instances.map((instance) => [instance.service, instance]));
  const doubted = (service: string): boolean => (named.get(service)?.oddities.length ?? 0) > 0;
  const isNamed = ({ service, itemId }: PlayedFile): boolean => {
    const instance = named.get(service);
    return instance?.ok === false || (instance?.skipped ?? []).some((skipped) => skipped.itemId === itemId);
  };
  const isGone = ({ service, itemId }: PlayedFile): boolean =>
    itemId > (lastItem[service] ?? 0) - deleted.filter((one) => one === service).length;
  const read = new Set(files.map(keyOf));
  const missing = [...truth.values()].filter((file) => !read.has(keyOf(file)));
  const wrong = files.filter((file) => {
    const isTrue = edited.includes(file.service) || file.score === truth.get(keyOf(file))?.score;
    return !isTrue || (sumOf(file) !== file.score && !doubted(file.service));
  });
  return [
    ...wrong.map((file) => `wrong score: ${keyOf(file)}`),
    ...missing.filter((file) => !isGone(file) && !isNamed(file)).map((file) => `not named: ${keyOf(file)}`),
    ...(missing.some((file) => !isGone(file)) && code === 0 ? ['files are missing, and the code is 0'] : []),
    ...(read.size === files.length ? [] : ['a file is there twice']),
    ...left.filter((name) => !name.includes('spool')).map((name) => `left behind: ${name}`),
  ];
}

test(`${runs} runs with random faults: no wrong score, no missing file without a name, no hang`, async () => {
  const seeds = Array.from({ length: runs }, (_, seed) => seed).values();
  const bad: string[] = [];
  const met = new Set<string>();
  const codes = { 0: 0, 3: 0 };
  const playOne = async (seed: number): Promise<void> => {
    const { played, struck } = await play(seed);
    const edited = servicesWith('rules-edited', struck);
    const deleted = servicesWith('item-deleted', struck);
    bad.push(...complaints(played, { edited, deleted }).map((complaint) => `seed ${seed}: ${complaint}`));
    for (const { fault } of struck) met.add(String(fault));
    codes[played.code === 0 ? 0 : 3] += 1;
  };
  const playAll = async (): Promise<void> => {
    for (const seed of seeds) await playOne(seed);
  };
  await Promise.all(Array.from({ length: sideBySide }, playAll));
  expect(bad).toEqual([]);
  expect(met).toEqual(new Set(kinds));
  expect(Math.min(codes[0], codes[3])).toBeGreaterThan(runs / 20);
}, 480_000);
