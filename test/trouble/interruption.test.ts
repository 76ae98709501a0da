import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/simulator/faults/fault.ts';
import { type Simulator, startSimulator } from '../../src/simulator/start-simulator.ts';
import { aFolder } from '../support/folder.ts';
import { startProgram } from '../support/program.ts';
import { yamlFor } from '../support/run.ts';

/** Under a second, on a machine that does nothing else; this one may be busy. */
const patienceMs = 5_000;

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
    'csv,json',
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

describe.each(moments)('%s', (_name, faults, until) => {
  test.skipIf(process.platform === 'win32').each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends it at once, with nothing left', { timeout: 30_000 }, async (signal, code) => {
    await using simulator = await startSimulator({ radarr: { faults } });
    await using place = await aPlace(simulator);
    const { child, ended } = startProgram(place.argv);
    await expect
      .poll(() => simulator.log.some(({ target }) => until.test(target)), { timeout: 20_000 })
      .toBe(true);
    await delay(50);
    const since = performance.now();
    child.kill(signal);
    const end = await ended;
    expect(performance.now() - since).toBeLessThan(patienceMs);
    expect([end.code, end.out]).toEqual([code, '']);
    expect(readdirSync(place.out)).toEqual([old]);
    expect(spoolsOf(child.pid)).toEqual([]);
  });
});

test.skipIf(process.platform === 'win32')(
  'what a killed run leaves is cleaned by the next',
  { timeout: 60_000 },
  async () => {
    const stall: Fault = { kind: 'stall', on: { path: 'moviefile' } };
    await using simulator = await startSimulator({ radarr: { faults: [stall] } });
    await using place = await aPlace(simulator);
    const { child, ended } = startProgram(place.argv);
    await expect
      .poll(() => simulator.log.some(({ target }) => /moviefile/.test(target)), { timeout: 20_000 })
      .toBe(true);
    child.kill('SIGKILL');
    expect((await ended).code).toBe('SIGKILL');
    expect(spoolsOf(child.pid)).toHaveLength(1);
    const next = await startProgram(place.argv).ended;
    expect(next.code).toBe(0);
    expect(spoolsOf(child.pid)).toEqual([]);
    const written = readdirSync(place.out).filter((name) => !/tmp$/.test(name));
    expect(written).toHaveLength(4);
    expect(readFileSync(join(place.out, old), 'utf8')).toBe('old');
  },
);
