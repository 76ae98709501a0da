import { chmod, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import * as commands from '../../src/cli/index.ts';
import { runProgram } from '../../src/cli/shared/program.ts';
import { AppError } from '../../src/lib/errors.ts';
import type { Fault } from '../../src/simulator/faults/fault.ts';
import { startSimulator } from '../../src/simulator/start-simulator.ts';
import { aFolder } from '../support/folder.ts';
import { aServer } from '../support/http-server.ts';
import { run, yamlFor } from '../support/run.ts';
import { aTerminal } from '../support/terminal.ts';

test('an unknown command suggests the nearest, and is 2', async () => {
  const { code, err } = await run(['exprot']);
  expect({ code, err }).toEqual({
    code: 2,
    err: 'arr-score: there is no command "exprot". Did you mean "export"?\n',
  });
});

test('a group says its own commands, with help alone or with the nearest', async () => {
  expect(await run(['config'])).toMatchObject({ code: 2, err: expect.stringMatching(/schema\n$/) });
  expect(await run(['config', 'shwo'])).toMatchObject({
    code: 2,
    err: 'arr-score: there is no command "config shwo". Did you mean "show"?\n',
  });
  expect((await run(['config', 'bogus'])).err).toContain('Commands: path, show, schema, validate\n');
  expect((await run(['demo', 'extra'])).err).toMatch(/got 1: extra\. Ask with --help\n$/);
});

test('no command at all says what there is', async () => {
  const { code, out, err } = await run([]);
  expect(code).toBe(0);
  expect(`${out}${err}`).toContain('export');
});

test('help and version are no errors', async () => {
  expect(await run(['--version'])).toMatchObject({ code: 0, out: '0.1.0\n' });
  expect(await run(['export', '--help'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('--filter'),
  });
});

test('the list of commands fits 80 columns', async () => {
  const { out } = await run(['--help']);
  expect(out).toContain('simulate');
  expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
});

test.each(Object.keys(commands))('the help of %s fits 80 columns and has an example', async (name) => {
  const { out } = await run([name, '--help']);
  expect(out).toContain('Example');
  expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
});

test('the doctor tells versions, rules, what is worth knowing and what to do', async () => {
  await using simulator = await startSimulator({ radarr: {}, sonarr: { authentication: 'none' } });
  await using folder = await aFolder({ 'arr-score.yaml': yamlFor(simulator.instances) });
  const config = join(folder.path, 'arr-score.yaml');
  await chmod(config, 0o600);
  const { code, out } = await run(['check', '--config', config]);
  expect(code).toBe(0);
  expect(out).toContain('Radarr 6.1.0.10300 at http://127.0.0.1:');
  expect(out).toContain('71 custom formats');
  expect(out).toContain('the server gives its API key to anybody');
  expect(out).toContain('2 of 2 instances can be read');
});

test('the doctor names what cannot be read, with the mend, and is 3', async () => {
  await using simulator = await startSimulator({ radarr: { urlBase: '/films' }, sonarr: {} });
  const [films, series] = simulator.instances;
  if (films === undefined || series === undefined) throw new Error('two were started');
  const instances = [
    { ...films, url: films.url.replace('/films', '') },
    { ...series, apiKey: '5d41402abc4b2a76b9719d911017c592' },
  ];
  await using folder = await aFolder({ 'arr-score.yaml': yamlFor(instances) });
  const { code, out } = await run(['check', '--config', join(folder.path, 'arr-score.yaml')]);
  expect(code).toBe(3);
  expect(out).toContain('write base_url: http://127.0.0.1:');
  expect(out).toContain('refused the API key');
  expect(out).toContain('→ Copy the key');
  expect(out).toContain('1 of 2 instances can be read');
});

test('the doctor tells of an instance at once, and does not wait for those behind it', async () => {
  await using simulator = await startSimulator({ radarr: {} });
  const terminal = aTerminal();
  const whenTold = async (): Promise<void> => {
    while (!terminal.out().includes('71 custom formats')) await delay(5);
  };
  await using patient = await aServer((_request, response) => {
    void whenTold().then(() => response.writeHead(401).end());
  });
  const slow = {
    service: 'sonarr',
    name: 'slow',
    url: patient.url,
    apiKey: '5d41402abc4b2a76b9719d911017c592',
  } as const;
  await using folder = await aFolder({ 'arr-score.yaml': yamlFor([...simulator.instances, slow]) });
  const { code, out } = await run(['check', '--config', join(folder.path, 'arr-score.yaml')], { terminal });
  expect(code).toBe(3);
  expect(out).toContain('1 of 2 instances can be read');
});

test('the doctor asks for the key where the server really is', async () => {
  await using simulator = await startSimulator({ radarr: { urlBase: '/films', authentication: 'none' } });
  const instances = simulator.instances.map((one) => ({ ...one, url: one.url.replace('/films', '') }));
  await using folder = await aFolder({ 'arr-score.yaml': yamlFor(instances) });
  const { out } = await run(['check', '--config', join(folder.path, 'arr-score.yaml')]);
  expect(out).toContain('the server has a url base');
  expect(out).toContain('the server gives its API key to anybody');
});

test('the doctor takes variables for a configuration, and names what is odd about it', async () => {
  await using simulator = await startSimulator({ radarr: { apiKey: 'an-odd-key-of-letters' } });
  const url = simulator.instances[0]?.url ?? '';
  const environment = { RADARR_URL: url, RADARR_API_KEY: 'an-odd-key-of-letters', HOME: '/nowhere' };
  const { code, out } = await run(['check', '--verbose'], { environment });
  expect(code).toBe(0);
  expect(out).toContain('environment variables, 1 instance\n');
  expect(out).toContain('! is not 32 hexadecimal digits');
  expect(out).toContain('1 of 1 instance can be read');
});

test('the doctor shows where in a file something is odd, and the mend', async () => {
  await using simulator = await startSimulator({ radarr: {} });
  const text = `${yamlFor(simulator.instances)}    custom_formats: []\n`;
  await using folder = await aFolder({ 'arr-score.yaml': text });
  const config = join(folder.path, 'arr-score.yaml');
  await chmod(config, 0o644);
  const { out } = await run(['check', '--config', config]);
  expect(out).toContain('! not read, as other tools use them: custom_formats');
  if (process.platform !== 'win32') expect(out).toContain('→ chmod 600');
});

test('the demo needs nothing and leaves CSV, JSON, what the run did, and a dashboard with a history', {
  timeout: 180_000,
}, async () => {
  await using folder = await aFolder({});
  const { code, err } = await run(['demo', '--out', folder.path]);
  expect(code).toBe(0);
  expect(err).toMatch(/→ .*arr-score-[\d-]+\.csv {2}288 files/);
  expect(err).toMatch(/→ .*arr-score-[\d-]+\.json {2}288 files/);
  expect(err).toMatch(/→ .*dashboard\.html {2}288 files, 9 days of history/);
  const [, config = ''] = /look closer: arr-score analyze --config (.*)/.exec(err) ?? [];
  const analysed = await run(['analyze', '--config', config]);
  expect(analysed).toMatchObject({ code: 0, err: '', out: expect.stringContaining('288 files') });
});

test('the demo keeps serving until it is interrupted, and tells how to reach it', {
  timeout: 180_000,
}, async () => {
  await using folder = await aFolder({});
  const interruption = new AbortController();
  const terminal = aTerminal();
  const serving = run(['demo', '--serve', '--out', folder.path], { signal: interruption.signal, terminal });
  await expect.poll(() => terminal.err(), { timeout: 120_000 }).toContain('arr-score check --config');
  const config = join(folder.path, 'arr-score.yaml');
  expect(await run(['check', '--config', config])).toMatchObject({ code: 0 });
  expect(await readFile(config, 'utf8')).toContain('base_url: http://127.0.0.1:');
  interruption.abort(130);
  expect((await serving).code).toBe(130);
});

test('the demo draws libraries of any size, the same for the same seed', async () => {
  await using folder = await aFolder({});
  const sizes = ['--movies', '30', '--series', '2'];
  const csvOf = async (seed: string): Promise<string> => {
    const out = join(folder.path, seed);
    const { code, err } = await run(['demo', ...sizes, '--seed', seed, '--out', out]);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('drawing the libraries') });
    const name = (await readdir(out)).find((file) => file.endsWith('.csv')) ?? '';
    return readFile(join(out, name), 'utf8');
  };
  const first = await csvOf('a');
  expect(first.split('\r\n').length).toBeGreaterThan(30);
  await rm(join(folder.path, 'a'), { recursive: true });
  expect(await csvOf('a')).toBe(first);
  expect(await csvOf('b')).not.toBe(first);
});

test.each([
  ['--movies', '0'],
  ['--movies', '1e3'],
  ['--series', '500001'],
])('the demo cannot draw %s %s', async (flag, text) => {
  const { code, err } = await run(['demo', flag, text]);
  expect(code).toBe(2);
  expect(err).toContain(`${flag}: "${text}" is not a whole number from 1 to 500000`);
});

test('a demo that is interrupted while libraries are drawn ends at once', async () => {
  await using folder = await aFolder({});
  const interruption = new AbortController();
  const terminal = aTerminal();
  const line = ['demo', '--movies', '500000', '--out', folder.path];
  const drawing = run(line, { signal: interruption.signal, terminal });
  await expect.poll(() => terminal.err(), { timeout: 10_000 }).toContain('drawing');
  interruption.abort(130);
  expect((await drawing).code).toBe(130);
  expect(await readdir(folder.path)).toEqual([]);
});

test('what the user can mend outside the configuration is 1, and a bug is thrown on', async () => {
  const failing = (error: Error): Promise<number> =>
    runProgram({
      commands: {
        fail: {
          name: 'fail',
          register: (program) =>
            void program.command('fail').action(() => {
              throw error;
            }),
        },
      },
      argv: ['fail'],
      terminal: aTerminal(),
      environment: {},
      signal: new AbortController().signal,
    });
  expect(await failing(new AppError('no room', { code: 'output', hint: 'Make room.' }))).toBe(1);
  await expect(failing(new RangeError('bug'))).rejects.toThrow(RangeError);
});

test('a demo into a folder without a name is 2, with what to do', async () => {
  expect(await run(['demo', '--out', ''])).toEqual({
    code: 2,
    out: '',
    err: '--out names nothing\n→ Give a folder.\n',
  });
});

test('a demo into what is no folder is 1, and says so', { timeout: 60_000 }, async () => {
  await using folder = await aFolder({ 'taken.txt': '' });
  const { code, err } = await run(['demo', '--out', join(folder.path, 'taken.txt', 'below')]);
  expect(code).toBe(1);
  expect(err).toMatch(/taken\.txt.+\n→ /);
});

test('the doctor says every request, and every one that is sent again, when it is to be verbose', async () => {
  const busy: Fault = {
    kind: 'exception',
    status: 503,
    message: 'busy',
    on: { path: '/customformat', count: 1 },
  };
  await using simulator = await startSimulator({ radarr: { faults: [busy] } });
  await using folder = await aFolder({ 'arr-score.yaml': yamlFor(simulator.instances) });
  const { code, err } = await run(['check', '--verbose', '--config', join(folder.path, 'arr-score.yaml')]);
  expect(code).toBe(0);
  expect(err).toMatch(/main: \/api\/v3\/system\/status 200 [\d.]+ s\n/);
  expect(err).toMatch(/main: .*customformat answered 503.*; asked again in [\d.]+ s\n/);
  expect((await run(['check', '--config', join(folder.path, 'arr-score.yaml')])).err).toBe('');
});
