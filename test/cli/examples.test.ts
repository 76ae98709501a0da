import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as commands from '../../src/cli/index.ts';
import { type Simulator, startSimulator } from '../../src/simulator/start-simulator.ts';
import { aFolder } from '../support/folder.ts';
import { command, startShell } from '../support/processes.ts';
import { run, yamlFor } from '../support/run.ts';

const groups = [...Object.keys(commands), 'config path', 'config show', 'config validate', 'config schema'];

/** Every line of a help that begins with `$`. */
const examples = (await Promise.all(groups.map((name) => run([...name.split(' '), '--help'])))).flatMap(
  ({ out }) => [...out.matchAll(/^ +\$ (.*)$/gm)].map(([, line = '']) => line),
);

const all = [...new Set(examples)];

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ radarr: {}, sonarr: {} });
});

afterAll(() => simulator[Symbol.asyncDispose]());

test('every command has an example', () => {
  for (const name of Object.keys(commands)) expect(all.join('\n')).toContain(`arr-score ${name}`);
});

/** What ends otherwise than with 0: questions need a terminal, and `--serve` goes on until it is interrupted. */
const otherCodes: Readonly<Record<string, number>> = {
  'arr-score init': 2,
  'arr-score demo --serve': 130,
  'arr-score demo --serve --movies 2000 --series 20 --seed 1': 130,
};

test.skipIf(process.platform === 'win32').each(all)('the example works: %s', async (example) => {
  const config = yamlFor(simulator.instances);
  const key = simulator.instances[0]?.apiKey ?? '';
  const isInit = example.includes(' init');
  await using folder = await aFolder({
    'bin/arr-score': command,
    'key.txt': key,
    'nas.yaml': config,
    'recyclarr.yml': config,
    ...(isInit ? {} : { 'arr-score.yaml': config }),
  });
  await chmod(join(folder.path, 'bin/arr-score'), 0o755);
  await mkdir(join(folder.path, '.config/fish/completions'), { recursive: true });
  const line = example.replace('…', key);
  // zsh has a list of folders for completions; Ctrl-C reaches the program itself.
  const shell = startShell(`fpath=(. .)\n${line.includes('--serve') ? 'exec ' : ''}${line}`, folder.path);
  if (line.includes('--serve')) {
    await expect.poll(shell.said, { timeout: 20_000 }).toContain('run until Ctrl-C');
    shell.child.kill('SIGINT');
  }
  const { code, err } = await shell.ended;
  expect({ code, err }).toEqual({ code: otherCodes[example] ?? 0, err: expect.any(String) });
});
