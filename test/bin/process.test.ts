import { existsSync, readdirSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { InstanceOptions } from '../../src/simulator/instance-options.ts';
import { startSimulator } from '../../src/simulator/start-simulator.ts';
import { aFolder } from '../support/folder.ts';
import { command, type Running, startShell } from '../support/processes.ts';
import { yamlFor } from '../support/run.ts';

interface Started extends AsyncDisposable {
  readonly shell: Running;
  readonly path: string;
}

/** Runs a line of shell where a configuration for a simulated Radarr lies. */
async function start(line: string, options: InstanceOptions = {}): Promise<Started> {
  await using opened = new AsyncDisposableStack();
  const simulator = opened.use(await startSimulator({ radarr: options }));
  const files = { 'bin/arr-score': command, 'nas.yaml': yamlFor(simulator.instances) };
  const folder = opened.use(await aFolder(files));
  await chmod(join(folder.path, 'bin/arr-score'), 0o755);
  await chmod(join(folder.path, 'nas.yaml'), 0o600);
  const kept = opened.move();
  const { path } = folder;
  return { shell: startShell(line, path), path, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

/** Files are never answered: without an interruption the run takes minutes. */
const stalled: InstanceOptions = { faults: [{ kind: 'stall', on: { path: '/moviefile', count: null } }] };

test.skipIf(process.platform === 'win32').each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends a run that waits with %i, at once, and nothing half is left', async (signal, wanted) => {
  await using started = await start('exec arr-score export --config nas.yaml --out out', stalled);
  const { shell, path } = started;
  await expect.poll(shell.said, { timeout: 20_000 }).toContain('reading 120 movies');
  shell.child.kill(signal);
  const { code, out } = await shell.ended;
  expect({ code, out }).toEqual({ code: wanted, out: '' });
  expect(readdirSync(join(path, 'out'))).toEqual([]);
  expect(readdirSync(path).filter((name) => name.includes('spool'))).toEqual([]);
});

test.skipIf(process.platform === 'win32')('a reader that closes the pipe has all it wants', async () => {
  const line = `arr-score export --config nas.yaml --out - --quiet | head -1; exit "\${PIPESTATUS[0]}"`;
  await using started = await start(line, { library: { kind: 'generated', items: 3_000, seed: 1 } });
  const { code, out, err } = await started.shell.ended;
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^instance,service,item_id,.*\r\n$/);
});

test
  .skipIf(!existsSync('/dev/full'))
  .each(['export --config nas.yaml --out - --quiet', 'config show --config nas.yaml'])(
  'a full disk behind the standard output is said, and 1: %s (skipped without /dev/full)',
  async (line) => {
    await using started = await start(`arr-score ${line} > /dev/full`);
    expect(await started.shell.ended).toEqual({
      code: 1,
      out: '',
      err: 'the standard output cannot be written: the disk is full\n',
    });
  },
);

test.skipIf(!existsSync('/dev/full')).each(['2> /dev/full', '2> >(exit)'])(
  'data is written though nobody can be told about it: %s (skipped without /dev/full)',
  async (nobody) => {
    await using started = await start(`arr-score export --config nas.yaml --out - ${nobody}`);
    const { code, out } = await started.shell.ended;
    expect({ code, rows: out.split('\r\n').length }).toEqual({ code: 0, rows: 1 + 107 + 1 });
  },
);

test.skipIf(process.platform === 'win32').each([
  ['ulimit -f 8;', 'the file is larger than allowed'],
  ['TMPDIR=$PWD/nas.yaml', 'there is a file of this name'],
  ['TMPDIR=/dev/null/none', 'a part of its path is a file'],
])('a spool that cannot be written is said with the mend, and 1: %s', async (trouble, reason) => {
  await using started = await start(`${trouble} arr-score export --config nas.yaml --out - --quiet`);
  const { code, out, err } = await started.shell.ended;
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(new RegExp(`^\\S+ cannot be written: ${reason}\\n→ .* TMPDIR\\.\\n$`));
  expect(readdirSync(started.path).filter((name) => name.includes('spool'))).toEqual([]);
});
