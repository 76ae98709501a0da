import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { aFolder } from '../support/folder.ts';

const script = resolve('docker/entrypoint.sh');
const isRoot = process.getuid?.() === 0;

/** Starts the entry point as a container would, with a stand-in for Node first in the path. */
function start(
  folder: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): ChildProcessWithoutNullStreams {
  const env = { PATH: `${folder}:${pathOfThis()}`, ...variables };
  return spawn('sh', [script, ...args], { env });
}

function pathOfThis(): string {
  return `${resolve('node_modules/.bin')}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`;
}

async function ran(child: ChildProcessWithoutNullStreams) {
  const closed: Promise<readonly unknown[]> = once(child, 'close');
  const [out, err, [code, signal]] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { out, err, code: code ?? signal };
}

/** Says what it was asked, as whom, and with which mask. */
async function aStandIn() {
  const folder = await aFolder({ node: '#!/bin/sh\necho "$@"\nid -u\nid -g\numask\n' });
  await chmod(join(folder.path, 'node'), 0o755);
  await chmod(folder.path, 0o755);
  return folder;
}

const tool = resolve('bin/arr-score.mjs');
const schedule = resolve('docker/schedule.mjs');

test.skipIf(process.platform === 'win32')('with arguments it runs that command', async () => {
  await using folder = await aStandIn();
  const { out, code } = await ran(start(folder.path, ['export', '--filter', 'score < 0']));
  expect([out.split('\n')[0], code]).toEqual([`${tool} export --filter score < 0`, 0]);
});

test.skipIf(process.platform === 'win32')('without any it runs a schedule', async () => {
  await using folder = await aStandIn();
  const daily = await ran(start(folder.path, []));
  expect(daily.out.split('\n')[0]).toBe(`${schedule} @daily export --out /config/scores`);
  const variables = { CRON_SCHEDULE: '10 4 * * *', ARR_SCORE_COMMAND: 'check main' };
  const own = await ran(start(folder.path, [], variables));
  expect(own.out.split('\n')[0]).toBe(`${schedule} 10 4 * * * check main`);
});

test.skipIf(!isRoot)('as root it becomes PUID and PGID (skipped without root)', async () => {
  await using folder = await aStandIn();
  const { out } = await ran(start(folder.path, ['check'], { PUID: '1234', PGID: '2345', UMASK: '027' }));
  expect(out.split('\n').slice(1, 4)).toEqual(['1234', '2345', '0027']);
  const { out: usual } = await ran(start(folder.path, ['check']));
  expect(usual.split('\n').slice(1, 4)).toEqual(['1000', '1000', '0022']);
});

test.skipIf(process.platform === 'win32')(
  'the schedule runs the tool, and ends in order',
  async () => {
    const child = spawn(process.execPath, [schedule, '* * * * * *', '--version']);
    const ending = ran(child);
    const [first]: readonly unknown[] = await once(child.stdout, 'data');
    expect(String(first)).toMatch(/^\d+\.\d+\.\d+\n/);
    child.kill('SIGTERM');
    const { code, err } = await ending;
    expect([code, err.split('\n')[0]]).toEqual([
      143,
      expect.stringMatching(/^schedule: "\* \* \* \* \* \*"; next /),
    ]);
  },
  20_000,
);

test('a schedule that is none is said to be', async () => {
  const { code, err } = await ran(spawn(process.execPath, [schedule, 'every day', 'export']));
  expect([code, err]).toEqual([2, expect.stringContaining('CRON_SCHEDULE "every day" is no cron pattern')]);
});

test('the image starts what is there, and copies what the tool needs', () => {
  const lines = readFileSync('Dockerfile', 'utf8');
  for (const [, path = ''] of lines.matchAll(/^COPY (?!--from)(\S+) /gm)) {
    expect(() => statSync(path), path).not.toThrow();
    expect(readFileSync('.dockerignore', 'utf8').split('\n')).toContain(`!${path}`);
  }
  expect(lines).toContain('ENTRYPOINT ["/app/docker/entrypoint.sh"]');
  expect(lines).toContain('CMD ["/app/docker/entrypoint.sh", "config", "validate"]');
  if (process.platform !== 'win32') expect(statSync(script).mode & 0o111).toBe(0o111);
});

const Compose = z.object({
  services: z.object({ 'arr-score': z.looseObject({ environment: z.record(z.string(), z.string()) }) }),
});

test('compose runs it read-only, with every variable that the entry point knows', () => {
  const compose = Compose.parse(parse(readFileSync('examples/compose.yaml', 'utf8')));
  const service = compose.services['arr-score'];
  expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], volumes: ['./config:/config'] });
  const known = [...readFileSync(script, 'utf8').matchAll(/\$\{([A-Z_]+):-/g)].map(([, name]) => name);
  const told = [...Object.keys(service.environment), 'ARR_SCORE_COMMAND'];
  expect(known.filter((name) => name !== undefined && !told.includes(name))).toEqual([]);
});
