import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../../src/simulator/start-simulator.ts';
import { aFolder } from '../support/folder.ts';
import { ownSpools, playExport, virtualTime } from '../support/played-export.ts';
import { startProgram } from '../support/program.ts';
import { run, yamlFor } from '../support/run.ts';

const files = 297;

const isRoot = process.getuid?.() === 0;
const isPosix = process.platform !== 'win32';

let simulator: Simulator;
let place: Awaited<ReturnType<typeof aFolder>>;

beforeAll(async () => {
  simulator = await startSimulator({ radarr: {}, sonarr: { name: 'tv' } });
  place = await aFolder({ 'arr-score.yaml': yamlFor(simulator.instances) });
});

afterAll(async () => {
  await simulator[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

const exportTo = (out: string, format = 'ndjson'): readonly string[] => [
  'export',
  '--config',
  join(place.path, 'arr-score.yaml'),
  '--format',
  format,
  '--out',
  out,
];

test('two tools at once on one folder: every file there is whole', { timeout: 60_000 }, async () => {
  await using folder = await aFolder({});
  const ends = await Promise.all([1, 2, 3].map(() => startProgram(exportTo(folder.path)).ended));
  expect(ends.map(({ code }) => code)).toEqual([0, 0, 0]);
  const names = readdirSync(folder.path);
  expect(names).toHaveLength(2);
  for (const name of names) {
    const text = readFileSync(join(folder.path, name), 'utf8');
    if (name.endsWith('.ndjson')) expect(text.trimEnd().split('\n')).toHaveLength(files);
    else expect(JSON.parse(text)).toMatchObject({ exitCode: 0 });
  }
});

/** 600 blocks of 512 bytes: the spool fits, the output does not. */
test.skipIf(!isPosix)(
  'a disk that takes no more is said, and nothing half is left',
  { timeout: 60_000 },
  async () => {
    await using folder = await aFolder({ 'out/arr-score-2020-01-01.csv': 'old' });
    const out = join(folder.path, 'out');
    const { child, ended } = startProgram(exportTo(out, 'json'), { before: 'ulimit -f 600' });
    const { code, err } = await ended;
    expect([code, err]).toEqual([1, expect.stringContaining('the file is larger than allowed')]);
    expect(err).toContain('→ Make room there');
    expect(readdirSync(out)).toEqual(['arr-score-2020-01-01.csv']);
    expect(readdirSync(place.path)).toEqual(['arr-score.yaml']);
    expect(ownSpools().filter((name) => name.includes(`-${child.pid}-`))).toEqual([]);
  },
);

test.skipIf(!isPosix)('a disk that does not take the spool is said', { timeout: 60_000 }, async () => {
  await using folder = await aFolder({});
  const { code, err } = await startProgram(exportTo(folder.path), { before: 'ulimit -f 8' }).ended;
  expect([code, err]).toEqual([1, expect.stringContaining('arr-score-spool-')]);
  expect(readdirSync(folder.path)).toEqual([]);
});

test.skipIf(process.platform !== 'linux')(
  'a folder where nobody may write is said before anything is asked',
  async () => {
    const asked = simulator.log.length;
    const { code, err } = await run(exportTo('/sys/arr-score'));
    expect([code, err]).toEqual([1, expect.stringContaining('/sys/arr-score cannot be written')]);
    expect(simulator.log.length).toBe(asked);
  },
);

test.skipIf(isRoot || !isPosix)(
  'a read-only folder is said (skipped as root, whom no bit binds)',
  async () => {
    await using folder = await aFolder({ 'out/x': '' });
    await chmod(join(folder.path, 'out'), 0o555);
    const { code, err } = await run(exportTo(join(folder.path, 'out')));
    await chmod(join(folder.path, 'out'), 0o755);
    expect([code, err]).toEqual([1, expect.stringContaining('this user may not write there')]);
  },
);

test('unfinished outputs of a run that was killed a day ago are removed; others are left alone', async () => {
  const [dead, fresh, alive] = [
    '999999999-0123456789ab-1',
    '999999998-0123456789ab-1',
    '1-0123456789ab-1',
  ].map((mark) => `arr-score-2026-11-20.csv.${mark}.tmp`);
  await using folder = await aFolder({});
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
  for (const name of [dead, fresh, alive, 'theirs.tmp']) {
    const path = join(folder.path, String(name));
    writeFileSync(path, '');
    if (name !== fresh) utimesSync(path, twoDaysAgo, twoDaysAgo);
  }
  expect((await run(exportTo(folder.path))).code).toBe(0);
  const left = [dead, fresh, alive, 'theirs.tmp'].filter((name) =>
    existsSync(join(folder.path, String(name))),
  );
  expect(left).toEqual([fresh, alive, 'theirs.tmp']);
});

test('a clock that jumps by years changes nothing but what it says', async () => {
  let jumps = 0;
  const now = (): Date => {
    jumps += 1;
    return new Date(Date.UTC(jumps % 2 === 0 ? 1999 : 2039, 0, 1));
  };
  const { code, files: read, left } = await playExport(simulator.instances, {}, virtualTime({ now }));
  expect([code, read.length, left]).toEqual([0, files, []]);
  expect(jumps).toBeGreaterThan(0);
});
