import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as commands from '../../src/cli/index.ts';
import { runProgram } from '../../src/cli/shared/program.ts';
import { configJsonSchema } from '../../src/config/config-json-schema.ts';
import type { Environment } from '../../src/config/environment.ts';
import { aConfigFolder, aKey, type ConfigFolder, goodFile } from '../support/config-folder.ts';
import { aTerminal } from '../support/terminal.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(argv: readonly string[], environment: Environment = {}): Promise<Ran> {
  const terminal = aTerminal();
  const { signal } = new AbortController();
  const code = await runProgram({ commands, argv, terminal, environment, signal });
  return { code, out: terminal.out(), err: terminal.err() };
}

function pathOf({ surroundings }: ConfigFolder): string {
  return join(surroundings.workingFolder, 'nas.yaml');
}

test('config path says the file on stdout and the reason on stderr', async () => {
  await using folder = await aConfigFolder({ 'nas.yaml': 'not: looked into' });
  const path = pathOf(folder);
  expect(await run(['config', 'path'], { ARR_SCORE_CONFIG: path })).toEqual({
    code: 0,
    out: `${path}\n`,
    err: `${path}, named by ARR_SCORE_CONFIG\n`,
  });
});

test('config path has nothing for stdout when the variables alone are used', async () => {
  await using folder = await aConfigFolder({});
  const environment = { XDG_CONFIG_HOME: folder.path, RADARR_URL: 'http://nas', RADARR_API_KEY: aKey };
  expect(await run(['config', 'path'], environment)).toEqual({
    code: 0,
    out: '',
    err: 'no file: RADARR_URL, SONARR_URL and their like are used\n',
  });
});

test('config show masks the key', async () => {
  await using folder = await aConfigFolder({ 'nas.yaml': goodFile });
  const { code, out } = await run(['config', 'show', '--config', pathOf(folder)]);
  expect(code).toBe(0);
  expect(out).toContain('api_key: "********"');
  expect(out).not.toContain(aKey);
});

test('--set wins over a variable, which wins over the file; what it cannot set is a problem', async () => {
  await using folder = await aConfigFolder({ 'nas.yaml': `${goodFile}    workers: 2\n    chunk_size: 7\n` });
  const argv = ['config', 'show', '--config', pathOf(folder)];
  const environment = { ARR_SCORE__RADARR__MAIN__WORKERS: '3', ARR_SCORE__RADARR__MAIN__CHUNK_SIZE: '8' };
  const { out } = await run([...argv, '--set', 'radarr.main.workers=4'], environment);
  expect(out).toMatch(/workers: 4 +# --set radarr\.main\.workers/);
  expect(out).toMatch(/chunk_size: 8 +# ARR_SCORE__RADARR__MAIN__CHUNK_SIZE/);
  const wrong = ['--set', 'radarr.main.workers=x', '--set', 'radarr.mian.workers=3'];
  const { code, err } = await run(['config', 'validate', '--config', pathOf(folder), ...wrong]);
  expect(code).toBe(2);
  expect(err).toContain('2 problems');
});

test('config schema prints the JSON Schema', async () => {
  const { code, out } = await run(['config', 'schema']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual(configJsonSchema());
});

test('config validate counts instances and tells warnings apart', async () => {
  const text = `${goodFile}    include: []\n  off: { base_url: http://nas, api_key: ${aKey}, enabled: false }\n`;
  await using folder = await aConfigFolder({ 'nas.yaml': text });
  const path = pathOf(folder);
  expect(await run(['config', 'validate', '--config', path])).toEqual({
    code: 0,
    out: `${path}, named by --config\n2 instances, 1 switched off; no problem\n`,
    err: `! ${path}: not read, as other tools use them: include\n`,
  });
  await using single = await aConfigFolder({ 'nas.yaml': goodFile });
  expect((await run(['config', 'validate', '--config', pathOf(single)])).out).toContain(
    '\n1 instance; no problem\n',
  );
});

test('config validate tells of an output in a format that is not there', async () => {
  const text = `${goodFile}outputs:\n  web: { format: "dashboard,cvs" }\n`;
  await using folder = await aConfigFolder({ 'nas.yaml': text });
  const { code, err } = await run(['config', 'validate', '--config', pathOf(folder)]);
  expect(code).toBe(2);
  expect(err).toContain('outputs.web: there is no format "cvs"');
  expect(err).toContain('Formats: csv, dashboard');
});

test.each([['path'], ['show'], ['validate']])(
  'config %s ends with 2 when the file is not there',
  async (name) => {
    await using folder = await aConfigFolder({});
    const { code, out, err } = await run(['config', name, '--config', pathOf(folder)]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(
      `${pathOf(folder)}: there is no such file. Write one with arr-score init\n1 problem; nothing was done\n`,
    );
  },
);
