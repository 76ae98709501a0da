import { chmod, copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as commands from '../../src/cli/index.ts';
import { type Simulator, startSimulator } from '../../src/simulator/start-simulator.ts';
import { aFolder } from '../support/folder.ts';
import { command, startShell } from '../support/processes.ts';
import { run, yamlFor } from '../support/run.ts';

const groups = [...Object.keys(commands), 'config path', 'config show', 'config validate', 'config schema'];

/** Every line of a help that begins with `$`, with what a backslash at its end goes on to. */
const examples = (await Promise.all(groups.map((name) => run([...name.split(' '), '--help'])))).flatMap(
  ({ out }) => [...out.matchAll(/^ +\$ ((?:.*\\\n)*.*)$/gm)].map(([, line = '']) => line),
);

const all = [...new Set(examples)];

let simulator: Simulator;
/** Holds a store that was collected once; every example gets a copy. */
let collected: Awaited<ReturnType<typeof aFolder>>;

beforeAll(async () => {
  simulator = await startSimulator({ radarr: {}, sonarr: {} });
  collected = await aFolder({ 'arr-score.yaml': `${yamlFor(simulator.instances)}store: history.db\n` });
  const { code, err } = await run(['collect', '--config', join(collected.path, 'arr-score.yaml')]);
  expect({ code, err }).toEqual({ code: 0, err: expect.any(String) });
}, 60_000);

afterAll(async () => {
  await simulator[Symbol.asyncDispose]();
  await collected[Symbol.asyncDispose]();
});

/** What an example finds: a collected store, unless it is there to fill one, and a backup to bring back. */
async function prepareStore(example: string, folder: string): Promise<void> {
  const store = join(collected.path, 'history.db');
  if (!/ (collect|report|init)\b/.test(example)) await copyFile(store, join(folder, 'history.db'));
  const [, backup = null] = / db restore (\S+)$/.exec(example) ?? [];
  if (backup !== null) await copyFile(store, join(folder, backup));
}

test('every command has an example', () => {
  for (const name of Object.keys(commands)) expect(all.join('\n')).toContain(`arr-score ${name}`);
});

/** What ends otherwise than with 0: questions need a terminal, `--serve` goes on until Ctrl-C, the gates are broken here. */
const otherCodes: Readonly<Record<string, number>> = {
  'arr-score init': 2,
  'arr-score analyze --fail-on "rules-high > 0" --fail-on "health < 60"': 4,
  'arr-score report --since 30d --fail-on "rules-high > 0"': 4,
  'arr-score demo --serve': 130,
  'arr-score demo --serve --movies 2000 --series 20 --seed 1': 130,
};

test.skipIf(process.platform === 'win32').each(all)('the example works: %s', async (example) => {
  const config = `${yamlFor(simulator.instances)}store: history.db\n`;
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
  await prepareStore(example, folder.path);
  // Nothing is written outside of the folder.
  const line = example.replace('…', key).replace('/srv/www/', './');
  // zsh has a list of folders for completions; Ctrl-C reaches the program itself.
  const shell = startShell(`fpath=(. .)\n${line.includes('--serve') ? 'exec ' : ''}${line}`, folder.path);
  if (line.includes('--serve')) {
    await expect.poll(shell.said, { timeout: 20_000 }).toContain('run until Ctrl-C');
    shell.child.kill('SIGINT');
  }
  const { code, err } = await shell.ended;
  expect({ code, err }).toEqual({ code: otherCodes[example] ?? 0, err: expect.any(String) });
});
