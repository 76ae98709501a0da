import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../src/simulator/faults/fault.ts';
import type { InstanceOptions } from '../../src/simulator/instance-options.ts';
import type { LibrarySource } from '../../src/simulator/open-library.ts';
import { type Simulator, startSimulator } from '../../src/simulator/start-simulator.ts';
import { aFolder } from '../support/folder.ts';
import { openedLibrary } from '../support/opened-library.ts';
import { startProgram } from '../support/program.ts';
import { yamlFor } from '../support/run.ts';

/** From the signal to the end of the process. */
const atOnceMs = 1_000;

/** A machine that is busy with other things may be late once, not three times running. */
const tries = 3;

const old = 'arr-score-2020-01-01.csv';

/** A configuration with an earlier output beside it. */
async function aPlace(simulator: Simulator) {
  const folder = await aFolder({ 'arr-score.yaml': yamlFor(simulator.instances), [`out/${old}`]: 'old' });
  const out = join(folder.path, 'out');
  const argv = [
    'export',
    '--config',
    join(folder.path, 'arr-score.yaml'),
    '--out',
    out,
    '--format',
    'csv,json,ndjson',
  ];
  return { ...folder, out, argv };
}

const spoolsOf = (pid: number | undefined): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`arr-score-spool-${pid}-`));

const forGood = { count: null } as const;

/** Where a run is when the signal comes. */
const moments: readonly (readonly [string, readonly Fault[], RegExp])[] = [
  ['at the first call', [{ kind: 'stall', on: forGood }], /status/],
  [
    'in the middle of the list',
    [{ kind: 'stall-in-body', atShare: 0.5, on: { path: '/movie[?]' } }],
    /[/]movie[?]/,
  ],
  ['at the files', [{ kind: 'stall', on: { path: 'moviefile', ...forGood } }], /moviefile/],
  ['while it waits for a server to come back', [{ kind: 'proxy', status: 503, on: forGood }], /status/],
  ['when rules are asked for again', [{ kind: 'stall', on: { path: 'customformat', from: 2 } }], /moviefile/],
];

const signals = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

/** A server, and what shows that the run is where the signal should come. */
interface Scene {
  readonly radarr: InstanceOptions;
  readonly isThere: (simulator: Simulator, out: string) => boolean;
}

/** One interrupted run, with nothing left behind; gives how long it took from the signal to its end. */
async function interrupt({ radarr, isThere }: Scene, signal: NodeJS.Signals, code: number): Promise<number> {
  await using simulator = await startSimulator({ radarr });
  await using place = await aPlace(simulator);
  const { child, ended } = startProgram(place.argv);
  const exited = once(child, 'exit');
  while (!isThere(simulator, place.out) && child.exitCode === null) await delay(1);
  const since = performance.now();
  child.kill(signal);
  await exited;
  const ms = performance.now() - since;
  const end = await ended;
  expect([end.code, end.out]).toEqual([code, '']);
  expect(readdirSync(place.out)).toEqual([old]);
  expect(spoolsOf(child.pid)).toEqual([]);
  return ms;
}

/** The best of some tries. */
async function quickest(play: () => Promise<number>): Promise<number> {
  let least = await play();
  for (let one = 1; one < tries && least >= atOnceMs; one += 1) least = Math.min(least, await play());
  return least;
}

const onPosix = test.skipIf(process.platform === 'win32');

describe.each(moments)('%s', (_name, faults, until) => {
  onPosix.each(signals)(
    '%s ends it at once, with nothing left',
    { timeout: 60_000 },
    async (signal, code) => {
      const isThere: Scene['isThere'] = ({ log }) => log.some(({ target }) => until.test(target));
      expect(await quickest(() => interrupt({ radarr: { faults }, isThere }, signal, code))).toBeLessThan(
        atOnceMs,
      );
    },
  );
});

describe('while it writes', () => {
  let library: LibrarySource;

  beforeAll(async () => {
    library = await openedLibrary('radarr', { kind: 'generated', items: 6_000, seed: 1 });
  }, 60_000);

  onPosix.each(signals)(
    '%s ends it at once, with nothing left',
    { timeout: 60_000 },
    async (signal, code) => {
      expect(
        await quickest(() => interrupt({ radarr: { library }, isThere: isWriting }, signal, code)),
      ).toBeLessThan(atOnceMs);
    },
  );
});

/** Whether one of the unfinished outputs has its first bytes. */
function isWriting(_simulator: Simulator, out: string): boolean {
  return readdirSync(out).some((name) => name.endsWith('.tmp') && statSync(join(out, name)).size > 0);
}

onPosix('what a killed run leaves is cleaned by the next', { timeout: 60_000 }, async () => {
  const stall: Fault = { kind: 'stall', on: { path: 'moviefile' } };
  await using simulator = await startSimulator({ radarr: { faults: [stall] } });
  await using place = await aPlace(simulator);
  // Of its own: whatever else runs on this machine cleans the common one.
  await using temporary = await aFolder({});
  const options = { environment: { TMPDIR: temporary.path } };
  const { child, ended } = startProgram(place.argv, options);
  await expect
    .poll(() => simulator.log.some(({ target }) => /moviefile/.test(target)), { timeout: 20_000 })
    .toBe(true);
  child.kill('SIGKILL');
  expect((await ended).code).toBe('SIGKILL');
  expect(readdirSync(temporary.path)).toEqual([expect.stringMatching(`^arr-score-spool-${child.pid}-`)]);
  const next = await startProgram(place.argv, options).ended;
  expect(next.code).toBe(0);
  expect(readdirSync(temporary.path)).toEqual([]);
  const written = readdirSync(place.out).filter((name) => !/tmp$/.test(name));
  expect(written).toHaveLength(5);
  expect(readFileSync(join(place.out, old), 'utf8')).toBe('old');
});
