import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Simulator, startSimulator } from '../../src/simulator/start-simulator.ts';
import { aFolder } from '../support/folder.ts';
import { type Ran, run, yamlFor } from '../support/run.ts';

let simulator: Simulator;
let folder: Awaited<ReturnType<typeof aFolder>>;

beforeAll(async () => {
  simulator = await startSimulator({ radarr: {}, sonarr: {} });
  folder = await aFolder({ 'arr-score.yaml': yamlFor(simulator.instances) });
  chmodSync(join(folder.path, 'arr-score.yaml'), 0o600);
  await run(['collect', '--no-backfill', '--config', join(folder.path, 'arr-score.yaml'), '--quiet']);
});

afterAll(async () => {
  await simulator[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

function analyze(...words: readonly string[]): Promise<Ran> {
  return run(['analyze', ...words, '--config', join(folder.path, 'arr-score.yaml'), '--quiet']);
}

describe('analyze', { timeout: 30_000 }, () => {
  test('without a name says what to do first, then a line of each', async () => {
    const { code, out } = await analyze();
    expect(code).toBe(0);
    expect(out).toMatch(/^Do first\n {2}! /);
    expect(out).toContain('\nupgrade-candidates    171 files can be upgraded; 163 are monitored.\n');
    expect(out).toContain('More of each: arr-score analyze NAME\n');
  });

  test('every analysis fits 80 columns', async () => {
    const names = ['overview', 'health', 'changes', 'rule-lint', 'upgrade-candidates', 'loops', 'outliers'];
    const more = ['format-effectiveness', 'ceiling', 'profile-fit', 'trends', 'worth', 'seasons'];
    const { out } = await analyze(...names, ...more);
    expect(out.split('\n').filter((line) => Array.from(line).length > 80)).toEqual([]);
    const { out: digest } = await analyze();
    expect(digest.split('\n').filter((line) => Array.from(line).length > 80)).toEqual([]);
  });

  test('a long table is cut with a count and the command that shows all', async () => {
    const { out } = await analyze('upgrade-candidates');
    expect(out).toContain('\n  … 161 more: arr-score analyze upgrade-candidates/candidate-files --all\n');
    const { out: all } = await analyze('upgrade-candidates/candidate-files', '--all');
    expect(
      all.split('\n').filter((line) => /(?:below minimum|quality open|format open)/.test(line)),
    ).toHaveLength(171);
  });

  test('JSON holds all sections, rows by the keys of their columns', async () => {
    const { out } = await analyze('seasons', '--format', 'json');
    const Document = z.object({
      schemaVersion: z.literal(1),
      files: z.literal(297),
      sections: z.array(z.object({ name: z.string(), blocks: z.array(z.looseObject({ name: z.string() })) })),
    });
    const { sections } = Document.parse(JSON.parse(out));
    expect(sections.map(({ name }) => name)).toEqual(['seasons']);
    const rows = sections[0]?.blocks.find(({ name }) => name === 'seasons')?.['rows'];
    expect(rows).toContainEqual(
      expect.objectContaining({ below_minimum: 10, pack: true, files: expect.anything() }),
    );
  });

  test('CSV holds one table, each row with the filter that finds its files', async () => {
    const { out } = await analyze('overview/by-quality', '--format', 'csv');
    const { data } = Papa.parse<Record<string, string>>(out, { header: true, skipEmptyLines: true });
    expect(data[0]).toMatchObject({ quality: 'Bluray-720p', files: '26', filter: 'quality = Bluray-720p' });
    expect((await analyze('seasons', '--format', 'csv')).out).toMatch(
      /^title,instance,profile,below_minimum/,
    );
  });

  test('Markdown is for a pull request', async () => {
    const { out } = await analyze('ceiling', '--format', 'markdown');
    expect(out).toContain('## Ceilings');
    expect(out).toMatch(/\| Profile \|/);
  });

  test('a filter and an instance narrow what is counted', async () => {
    const { out } = await analyze('overview', '--instance', 'radarr/main', '--filter', 'state = closed');
    expect(out).toMatch(/Files {2,}\d/);
    expect(out).toContain('4 of 4 files have met their cutoff.');
  });

  test('a filter that nothing passes is said, for all figures are 0', async () => {
    const { code, err } = await analyze('overview', '--filter', 'score > 99999999');
    expect(code).toBe(0);
    expect(err).toMatch(/^no file passes the filter; without it there are [1-9]\d* files\n$/);
  });

  test('a gate that is broken is exit code 4, with its figures', async () => {
    const { code, err } = await analyze(
      'seasons',
      '--fail-on',
      'loops > 5',
      '--fail-on',
      'rules-high > 2 and files > 1',
    );
    expect([code, err]).toEqual([
      4,
      'broken: rules-high > 2 and files > 1 (rules-high is 5, files is 297)\n',
    ]);
    expect((await analyze('seasons', '--fail-on', 'loops > 5')).code).toBe(0);
  });

  test('a figure that cannot be told is named, and breaks nothing', async () => {
    expect(await analyze('seasons', '--fail-on', 'velocity < 1')).toMatchObject({
      code: 0,
      err: 'velocity < 1: velocity cannot be told\n',
    });
  });

  test.each([
    [['helth'], 'there is no analysis "helth"\n→ Did you mean "health"?\n'],
    [['nonsense'], 'there is no analysis "nonsense"\n→ Analyses: overview'],
    [['seasons/seasns'], 'there is no block "seasns"\n→ Did you mean "seasons"?\n'],
    [['seasons/xyz'], '→ Blocks: seasons-half-below'],
    [['seasons/seasons', 'health'], 'one block at a time\n→ Write only seasons/seasons.\n'],
    [['--format', 'csv'], 'CSV holds one table'],
    [['seasons/seasons-pack', '--format', 'csv'], '"seasons-pack" is no table'],
    [['--format', 'yaml'], '--format takes text, json, csv or markdown'],
    [['--since', 'yesterday'], '--since: "yesterday" is no time'],
    [['--since', '2026-02-30'], '--since: "2026-02-30" is no time'],
    [['--fail-on', ''], '--fail-on: a condition is missing'],
    [['--fail-on', 'lops > 0'], 'Did you mean "loops"?'],
    [['--filter', 'state = opened'], '--filter cannot be read'],
    [['--instance', 'radar'], 'there is no instance "radar"'],
  ])('%j is refused with the mend', async (words, said) => {
    const { code, err, out } = await analyze(...words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });
});

describe('report', { timeout: 30_000 }, () => {
  function report(...words: readonly string[]): Promise<Ran> {
    return run(['report', ...words, '--config', join(folder.path, 'arr-score.yaml'), '--quiet']);
  }

  test('reads, analyses and writes every output', async () => {
    const out = join(folder.path, 'written');
    expect(await report('--format', 'csv,ndjson,markdown', '--out', out)).toMatchObject({ code: 0, err: '' });
    const names = readdirSync(out).toSorted();
    expect(names.map((name) => name.replace(/\d{4}-\d\d-\d\d/, 'DAY'))).toEqual([
      'arr-score-DAY.csv',
      'arr-score-DAY.md',
      'arr-score-DAY.ndjson',
    ]);
    const csv = readFileSync(join(out, names[0] ?? ''), 'utf8').trimEnd();
    expect(csv.split('\r\n')).toHaveLength(298);
    expect(readFileSync(join(out, names[1] ?? ''), 'utf8')).toContain('## Upgrade candidates');
  });

  test('a gate that is broken is exit code 4, all outputs written', async () => {
    const out = join(folder.path, 'gated');
    const { code, err } = await report(
      'main',
      '--format',
      'csv',
      '--out',
      out,
      '--fail-on',
      'rules-high > 0',
    );
    expect([code, err]).toEqual([4, 'broken: rules-high > 0 (rules-high is 5)\n']);
    expect(readdirSync(out)).toHaveLength(1);
  });

  test('an instance that cannot be read is exit code 3, which wins over a gate, and the others are there', async () => {
    const dead =
      'radarr:\n  dead:\n    base_url: http://127.0.0.1:9\n    api_key: 8f3b1c6d9e2a4f70b5c8d1e6a9f24b73\n';
    const path = join(folder.path, 'dead.yaml');
    const alive = yamlFor(simulator.instances.filter(({ service }) => service === 'sonarr'));
    writeFileSync(path, dead + alive, { mode: 0o600 });
    const { code, err } = await run([
      'report',
      '--config',
      path,
      '--quiet',
      '--format',
      'csv',
      '--out',
      join(folder.path, 'part'),
      '--fail-on',
      'files > 0',
    ]);
    expect(code).toBe(3);
    expect(err).toContain('dead was never collected and is in no figure');
    expect(err).toContain('broken: files > 0 (files is 190)');
    expect(existsSync(join(folder.path, 'part'))).toBe(true);
  });

  test.each([
    [['--format', 'pdf'], 'there is no format "pdf"'],
    [['--since', 'soon'], '--since: "soon" is no time'],
  ])('%j is refused before anything is read', async (words, said) => {
    const { code, err } = await report(...words);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });
});
