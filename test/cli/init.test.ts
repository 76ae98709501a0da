import { existsSync } from 'node:fs';
import { readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import * as commands from '../../src/cli/index.ts';
import { runProgram } from '../../src/cli/shared/program.ts';
import type { Environment } from '../../src/config/environment.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { aConfigFolder, aKey, goodFile } from '../support/config-folder.ts';
import { aTerminal, type FakeTerminal } from '../support/terminal.ts';

const other = 'c2c4d6e8f0a1b3c5d7e9f1a2b4c6d8e0';

interface Call {
  readonly argv: readonly string[];
  readonly environment?: Environment;
  readonly terminal?: FakeTerminal;
  readonly signal?: AbortSignal;
}

function init({ argv, environment = {}, terminal = aTerminal(), signal }: Call): Promise<number> {
  return runProgram({
    commands,
    argv: ['init', ...argv],
    terminal,
    environment,
    signal: signal ?? new AbortController().signal,
  });
}

/** A person at a terminal, who answers each question as soon as it is asked. */
async function answering(terminal: FakeTerminal, answers: readonly string[]): Promise<void> {
  let seen = 0;
  for (const answer of answers) {
    while (!/: $/.test(stripVTControlCharacters(terminal.err().slice(seen)))) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    seen = terminal.err().length;
    terminal.stdin.write(answer);
  }
}

test('flags write a file that only its owner may read, and that can be loaded', async () => {
  await using folder = await aConfigFolder({ key: other });
  const path = join(folder.path, 'new/arr-score.yaml');
  const keyFile = join(folder.surroundings.workingFolder, 'key');
  const terminal = aTerminal();
  const code = await init({
    argv: [
      ...['--config', path, '--radarr-url', 'http://nas:7878/', '--radarr-api-key', aKey],
      ...['--sonarr-url', 'http://nas:8989', '--sonarr-api-key-file', keyFile],
    ],
    terminal,
  });
  expect(code).toBe(0);
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  const { instances, warnings } = await loadConfig({ path, environment: {} });
  expect(instances.map(({ service, name, baseUrl, apiKey }) => [service, name, baseUrl, apiKey])).toEqual([
    ['radarr', 'main', 'http://nas:7878', aKey],
    ['sonarr', 'main', 'http://nas:8989', other],
  ]);
  expect(warnings).toEqual([]);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(`api_key: !file ${keyFile}`);
  expect(text).toContain('# workers: 5');
  expect(terminal.err()).toBe(`! it is read with --config ${path}\n→ ${path}\nNext: arr-score check\n`);
});

test('a file that is there is never overwritten', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': goodFile });
  const path = join(folder.surroundings.workingFolder, 'arr-score.yaml');
  const terminal = aTerminal();
  const code = await init({ argv: ['--config', path, '--radarr-url', 'http://nas'], terminal });
  expect(code).toBe(2);
  expect(terminal.err()).toContain('is there already and is never overwritten');
  expect(await readFile(path, 'utf8')).toBe(goodFile);
});

test('the variable RADARR_API_KEY is referred to, not copied', async () => {
  await using folder = await aConfigFolder({});
  const path = join(folder.path, 'arr-score.yaml');
  const environment = {
    ARR_SCORE_CONFIG: path,
    RADARR_API_KEY: aKey,
    SONARR_API_KEY_FILE: '/run/secrets/sonarr',
  };
  const argv = ['--radarr-url', 'http://nas', '--sonarr-url', 'http://nas'];
  const terminal = aTerminal();
  expect(await init({ argv, environment, terminal })).toBe(0);
  const text = await readFile(path, 'utf8');
  expect(text).toContain('api_key: !env RADARR_API_KEY');
  expect(text).toContain('api_key: !file /run/secrets/sonarr');
  expect(text).not.toContain(aKey);
  expect(terminal.err()).not.toContain('!');
});

test('keys are read from stdin, a line each', async () => {
  await using folder = await aConfigFolder({});
  const path = join(folder.path, 'arr-score.yaml');
  const terminal = aTerminal();
  terminal.stdin.end(`${aKey}\r\n ${other}\n`);
  const argv = [
    '--radarr-url',
    'http://r',
    '--radarr-api-key',
    '-',
    '--sonarr-url',
    'http://s',
    '--sonarr-api-key',
    '-',
  ];
  expect(await init({ argv: [...argv, '--config', path], terminal })).toBe(0);
  const { instances } = await loadConfig({ path, environment: {} });
  expect(instances.map(({ apiKey }) => apiKey)).toEqual([aKey, other]);
});

test.each([
  [['--radarr-url', 'nas:7878'], '--radarr-url: "nas:7878" is no address. Write http://nas:7878'],
  [['--radarr-url', 'http://nas'], '--radarr-url: is given without a key'],
  [['--radarr-api-key', aKey], '--radarr-api-key: is given without --radarr-url'],
  [['--sonarr-api-key-file', 'key'], '--sonarr-api-key-file: is given without --sonarr-url'],
  [['--radarr-url', 'http://nas', '--radarr-api-key', 'changeme'], '--radarr-api-key: is a placeholder'],
  [['--radarr-url', 'http://nas', '--radarr-api-key', '-'], '--radarr-api-key: no key came from stdin'],
  [
    ['--radarr-url', 'http://nas', '--radarr-api-key', aKey, '--radarr-api-key-file', 'key'],
    '--radarr-api-key: is given, and so is --radarr-api-key-file',
  ],
  [['--from', 'x.yml', '--radarr-url', 'http://nas'], '--from and flags for a service exclude each other'],
  [['--from', 'x.yml'], 'x.yml: there is no such file'],
  [[], 'there is no terminal to ask on'],
])('init %j is refused and writes nothing', async (argv, sentence) => {
  await using folder = await aConfigFolder({});
  const path = join(folder.path, 'arr-score.yaml');
  const terminal = aTerminal();
  terminal.stdin.end('');
  expect(await init({ argv: [...argv, '--config', path], terminal })).toBe(2);
  expect(terminal.err()).toContain(sentence);
  expect(terminal.err()).not.toContain(aKey);
  await expect(stat(path)).rejects.toThrow('ENOENT');
});

test('on a terminal it asks, again where an answer will not do, and does not show the keys', async () => {
  await using folder = await aConfigFolder({});
  const path = join(folder.path, 'arr-score.yaml');
  const terminal = aTerminal({ isTTY: true });
  const [code] = await Promise.all([
    init({ argv: ['--config', path], terminal }),
    answering(terminal, ['nas:7878\r', 'http://nas:7878\r', 'changeme\r', `${aKey}\r`, '\r']),
  ]);
  expect(code).toBe(0);
  expect((await loadConfig({ path, environment: {} })).instances).toMatchObject([
    { service: 'radarr', baseUrl: 'http://nas:7878', apiKey: aKey },
  ]);
  expect(terminal.err()).toContain('"nas:7878" is no address. Write http://nas:7878.');
  expect(terminal.err()).toContain('This is a placeholder, not a key.');
  expect(terminal.err()).not.toContain(aKey);
  expect(terminal.err()).not.toContain('changeme');
  expect(terminal.out()).toBe('');
});

test('a key that no flag has is asked for on a terminal', async () => {
  await using folder = await aConfigFolder({});
  const path = join(folder.path, 'arr-score.yaml');
  const terminal = aTerminal({ isTTY: true });
  const argv = ['--config', path, '--sonarr-url', 'http://nas:8989'];
  const [code] = await Promise.all([init({ argv, terminal }), answering(terminal, [`${aKey}\r`])]);
  expect(code).toBe(0);
  expect((await loadConfig({ path, environment: {} })).instances[0]).toMatchObject({
    service: 'sonarr',
    apiKey: aKey,
  });
});

test('no answer at all writes nothing', async () => {
  await using folder = await aConfigFolder({});
  const path = join(folder.path, 'arr-score.yaml');
  const terminal = aTerminal({ isTTY: true });
  const [code] = await Promise.all([
    init({ argv: ['--config', path], terminal }),
    answering(terminal, ['\r', '\r']),
  ]);
  expect(code).toBe(2);
  expect(terminal.err()).toContain('no server was named, so nothing was written');
});

test('one line on stdin is one key', async () => {
  await using folder = await aConfigFolder({});
  const terminal = aTerminal();
  terminal.stdin.end(aKey);
  const servers = ['radarr', 'sonarr'].flatMap((name) => [
    `--${name}-url`,
    'http://nas',
    `--${name}-api-key`,
    '-',
  ]);
  expect(await init({ argv: [...servers, '--config', join(folder.path, 'x.yaml')], terminal })).toBe(2);
  expect(terminal.err()).toContain('--sonarr-api-key: no key came from stdin');
});

test.skipIf(!existsSync('/proc/self'))(
  'a file where no folder can be made is refused, and init ends (skipped without /proc)',
  async () => {
    const terminal = aTerminal();
    const argv = ['--radarr-url', 'http://nas', '--radarr-api-key', aKey, '--config', '/proc/nowhere/x.yaml'];
    expect(await init({ argv, terminal })).toBe(2);
    expect(terminal.err()).toContain('/proc/nowhere/x.yaml: its folder cannot be made: it ended with ENOENT');
  },
);

test('a target that cannot be written is a problem of the user, and a link is not followed', async () => {
  await using folder = await aConfigFolder({ file: '' });
  const { workingFolder } = folder.surroundings;
  const argv = ['--radarr-url', 'http://nas', '--radarr-api-key', aKey];
  const terminal = aTerminal();
  expect(await init({ argv: [...argv, '--config', join(workingFolder, 'file/x.yaml')], terminal })).toBe(2);
  expect(terminal.err()).toMatch(/x\.yaml: its folder cannot be made: it ended with (ENOTDIR|EEXIST)/);
  const link = join(workingFolder, 'link.yaml');
  await symlink(join(workingFolder, 'nowhere'), link);
  expect(await init({ argv: [...argv, '--config', link], terminal })).toBe(2);
  expect(terminal.err()).toContain('link.yaml: cannot be written: it ended with EEXIST');
});

test.each([
  ['Ctrl-C at an address', ['\u0003']],
  ['Ctrl-D at an address', ['\u0004']],
  ['Ctrl-C at a key', ['http://nas\r', '\u0003']],
])('%s ends it with 130 and writes nothing', async (_, answers) => {
  await using folder = await aConfigFolder({});
  const path = join(folder.path, 'arr-score.yaml');
  const terminal = aTerminal({ isTTY: true });
  const [code] = await Promise.all([
    init({ argv: ['--config', path], terminal }),
    answering(terminal, answers),
  ]);
  expect(code).toBe(130);
  await expect(stat(path)).rejects.toThrow('ENOENT');
});

test('a signal ends the questions, before the first one or later', async () => {
  await using folder = await aConfigFolder({});
  const argv = ['--config', join(folder.path, 'x')];
  const interruption = new AbortController();
  const terminal = aTerminal({ isTTY: true });
  const running = init({ argv, terminal, signal: interruption.signal });
  await answering(terminal, ['http://']);
  interruption.abort(143);
  expect(await running).toBe(130);
  expect(await init({ argv, terminal: aTerminal({ isTTY: true }), signal: interruption.signal })).toBe(130);
});

test('--from a Recyclarr file keeps references and literal keys, and says what is left out', async () => {
  const files = {
    'recyclarr.yml': await readFile('test/config/other-tools/recyclarr.yml', 'utf8'),
    'secrets.yml': `radarr_url: http://radarr:7878\nradarr_key: ${aKey}\n`,
  };
  await using folder = await aConfigFolder(files);
  const { workingFolder } = folder.surroundings;
  const terminal = aTerminal();
  const path = join(workingFolder, 'arr-score.yaml');
  expect(
    await init({ argv: ['--from', join(workingFolder, 'recyclarr.yml'), '--config', path], terminal }),
  ).toBe(0);
  const text = await readFile(path, 'utf8');
  expect(text).toContain('base_url: !secret radarr_url');
  expect(text).toContain('base_url: !env_var RADARR_4K_URL http://radarr4k:7878/films/');
  expect(text).toContain('api_key: !env_var SONARR_API_KEY');
  expect(text).not.toContain('custom_formats');
  expect(terminal.err()).toContain('! left out, as other tools use them: quality_definition, ');
  expect(terminal.err()).not.toContain('secrets.yml');
  const { instances } = await loadConfig({ path, environment: { SONARR_API_KEY: other } });
  expect(instances.map(({ name, apiKey }) => [name, apiKey])).toEqual([
    ['films', aKey],
    ['films_4k', aKey],
    ['series', other],
  ]);
});

test('--from a file in another folder mends file names and says where secrets must lie', async () => {
  const from = `radarr:
  main:
    base_url: !file url
    ca_file: ca.pem
    headers: { X-Gate: letmein }
    timeouts: { other_seconds: 9 }
  literal: { base_url: http://nas, api_key: ${aKey}, workers: 3 }
`;
  await using folder = await aConfigFolder({
    'config.yml': from,
    'secrets.yml': `main_api_key: ${aKey}\n`,
    url: 'http://nas',
    'ca.pem': '-----BEGIN CERTIFICATE-----',
  });
  const { workingFolder } = folder.surroundings;
  const path = join(folder.path, 'else/arr-score.yaml');
  const terminal = aTerminal();
  expect(
    await init({ argv: ['--from', join(workingFolder, 'config.yml'), '--config', path], terminal }),
  ).toBe(0);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(`base_url: !file ${join(workingFolder, 'url')}`);
  expect(text).toContain(`ca_file: ${join(workingFolder, 'ca.pem')}`);
  expect(text).toContain('api_key: !secret main_api_key');
  expect(text).toContain('X-Gate: letmein');
  expect(text).toMatch(/^ {4}timeouts:\n {6}# .*\n {6}# list_first_byte_seconds: 300\n/m);
  expect(text).toContain('      other_seconds: 9');
  expect(text).toContain(`  literal:\n    base_url: http://nas\n    api_key: ${aKey}\n    workers: 3\n`);
  const copy = `copy ${join(workingFolder, 'secrets.yml')} there`;
  expect(terminal.err()).toContain(`! !secret is looked up in ${join(folder.path, 'else')}: ${copy}`);
});

test.each([
  ['radarr:\n  main: { base_ulr: http://nas }\n', 'unknown key. Did you mean "base_url"?'],
  ['custom_formats: []\n', 'names no instance with values of its own'],
])('--from %j is refused', async (from, sentence) => {
  await using folder = await aConfigFolder({ 'config.yml': from });
  const terminal = aTerminal();
  const { workingFolder } = folder.surroundings;
  const argv = ['--from', join(workingFolder, 'config.yml'), '--config', join(folder.path, 'new.yaml')];
  expect(await init({ argv, terminal })).toBe(2);
  expect(terminal.err()).toContain(sentence);
});

test('without --config it writes to the configuration folder, and says when another file comes first', async () => {
  await using folder = await aConfigFolder({});
  const environment = { XDG_CONFIG_HOME: folder.path, RADARR_API_KEY: aKey };
  const terminal = aTerminal();
  expect(await init({ argv: ['--radarr-url', 'http://nas'], environment, terminal })).toBe(0);
  const path = join(folder.path, 'arr-score/arr-score.yaml');
  expect(terminal.err()).toBe(`→ ${path}\nNext: arr-score check\n`);
  const second = aTerminal();
  const elsewhere = join(folder.path, 'x.yaml');
  expect(
    await init({
      argv: ['--radarr-url', 'http://nas', '--config', elsewhere],
      environment,
      terminal: second,
    }),
  ).toBe(0);
  expect(second.err()).toContain(`! without --config, ${path} is read instead`);
});
