import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPage } from '../../scripts/page/build-page.ts';
import { type Simulator, startSimulator } from '../../src/simulator/start-simulator.ts';
import { aFolder } from '../support/folder.ts';
import { run, yamlFor } from '../support/run.ts';

let simulator: Simulator;
let folder: Awaited<ReturnType<typeof aFolder>>;
let config: string;

beforeAll(async () => {
  await buildPage(process.cwd());
  simulator = await startSimulator({ radarr: { name: 'secret-films' } });
  folder = await aFolder({ 'arr-score.yaml': yamlFor(simulator.instances) });
  config = join(folder.path, 'arr-score.yaml');
  await chmod(config, 0o600);
}, 120_000);

afterAll(async () => {
  await simulator[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const patient = { timeout: 120_000 };

test(
  'every output is written, by a template, with a link to the newest, and old ones go',
  patient,
  async () => {
    const out = join(folder.path, 'scores');
    await run(['report', '--config', config, '--out', out, '--format', 'csv', '--name', 'films-{date}']);
    writeFileSync(join(out, 'films-2020-01-01.csv'), 'old');
    const formats = 'dashboard,csv,json,ndjson,markdown,prometheus,xlsx,parquet';
    const flags = ['--format', formats, '--name', 'films-{date}', '--latest', '--keep', '1'];
    const { code, err } = await run(['report', '--config', config, '--out', out, ...flags]);
    expect(code).toBe(0);
    expect(err).toMatch(/films-[\d-]+\.html {2}\d+ rows/);
    const files = readdirSync(out).map((name) => name.replace(/\d{4}-\d\d-\d\d/, 'DAY'));
    const ends = ['changes.parquet', 'csv', 'html', 'json', 'md', 'ndjson', 'parquet', 'prom', 'xlsx'];
    expect(files.toSorted()).toEqual(
      [...ends.map((end) => `films-DAY.${end}`), ...ends.map((end) => `latest.${end}`)].toSorted(),
    );
    expect(readFileSync(join(out, 'latest.md'), 'utf8')).toContain('# arr-score');
  },
);

test('a redacted report tells no name', patient, async () => {
  const out = join(folder.path, 'redacted');
  const flags = ['--format', 'markdown,json,prometheus,dashboard', '--redact', '--full'];
  expect((await run(['report', '--config', config, '--out', out, ...flags])).code).toBe(0);
  for (const name of readdirSync(out)) {
    expect(readFileSync(join(out, name), 'utf8')).not.toContain('secret-films');
  }
});

test('outputs of the configuration are written, each its own way', patient, async () => {
  await using own = await aFolder({
    'nas.yaml': `${yamlFor(simulator.instances)}
outputs:
  page: { format: dashboard, folder: www, name: 'films-{date}', latest: true, keep: 1 }
  data: { format: 'json, ndjson', folder: www }
  shared: { format: markdown, folder: shared, redact: true }
`,
    'www/films-2020-01-01.html': 'old',
    'www/films-2020-01-01.json': 'of nobody here',
  });
  const path = join(own.path, 'nas.yaml');
  await chmod(path, 0o600);
  const { code, err } = await run(['report', '--config', path, '--set', 'outputs.data.format=ndjson']);
  expect([code, err]).toEqual([0, expect.stringContaining('arr-score-')]);
  const day = (name: string): string => name.replace(/2\d{3}-\d\d-\d\d/, 'DAY');
  expect(readdirSync(join(own.path, 'www')).map(day).toSorted()).toEqual([
    'arr-score-DAY.ndjson',
    'films-DAY.html',
    'films-DAY.json',
    'latest.html',
  ]);
  const [shared = ''] = readdirSync(join(own.path, 'shared'));
  expect(readFileSync(join(own.path, 'shared', shared), 'utf8')).not.toContain('secret-films');
  const [data = ''] = readdirSync(join(own.path, 'www')).filter((name) => name.endsWith('.ndjson'));
  expect(readFileSync(join(own.path, 'www', data), 'utf8')).toContain('secret-films');
});

test.each([
  ['--keep', 'all', '--keep is a whole number from 1 on\n'],
  ['--name', 'a/b', '--name is a name, not a path\n'],
  ['--out', '', '--out names nothing\n'],
  ['--format', 'pdf', 'there is no format "pdf"\n'],
])('%s "%s" is refused with what it takes', patient, async (flag, value, said) => {
  const { code, err } = await run(['report', '--config', config, flag, value]);
  expect(code).toBe(2);
  expect(err).toContain(said);
});
