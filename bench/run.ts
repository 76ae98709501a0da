/**
 * Measures: `npm run bench`, or `npm run bench -- splitter start-up` for rows whose names begin so.
 *
 * `--json` prints the results as JSON; `--save` keeps them in `bench/results.json` and `docs/performance.md`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { Benchmark } from './benchmark.ts';
import * as rows from './index.ts';
import { type Result, Results, resultTable } from './shared/results.ts';
import { withTable } from './shared/table-block.ts';

const resultsPath = 'bench/results.json';
const documentPath = 'docs/performance.md';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, save: { type: 'boolean', default: false } },
});

const all: readonly Benchmark[] = Object.values(rows);
const chosen = all.filter(({ name }) => isChosen(name));
const measured: Result[] = [];
for (const { measure, ...row } of chosen) {
  say(`${row.name}: ${row.what}`);
  const [load = 0] = loadavg();
  const figure = await measure((text) => say(`  ${text}`));
  if (figure === null) continue;
  const detail = [figure.detail, ...busy(load)].filter((part) => part !== '').join('; ');
  measured.push({ ...row, ...figure, detail, machine: machine() });
}
process.stdout.write(`${values.json ? JSON.stringify(measured, null, 2) : resultTable(chosen, measured)}\n`);
if (values.save) await save(measured);

function isChosen(name: string): boolean {
  return positionals.length === 0 || positionals.some((start) => name.startsWith(start));
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Newer figures take the place of older ones; rows that were not measured keep theirs. */
async function save(newer: readonly Result[]): Promise<void> {
  const older = Results.parse(JSON.parse(await readFile(resultsPath, 'utf8')));
  const known = new Map([...older, ...newer].map((result) => [result.name, result]));
  const results = all.flatMap(({ name }) => known.get(name) ?? []);
  await writeFile(resultsPath, `${JSON.stringify(results, null, 2)}\n`);
  const document = await readFile(documentPath, 'utf8');
  await writeFile(
    documentPath,
    withTable(document, 'measured: npm run bench -- --save', resultTable(all, results)),
  );
}

/** What to say of a machine that had more to do than it has cores, before it was asked to measure. */
function busy(load: number): readonly string[] {
  return load > availableParallelism() ? [`on a busy machine (load ${Math.round(load)})`] : [];
}

/** Enough to compare two results, and nothing that names a person or a place. */
function machine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const model = cpus()[0]?.model ?? 'an unknown processor';
  return `${availableParallelism()} cores of ${model}, ${gigabytes} GB, ${platform()} ${arch()}, Node ${process.versions.node}`;
}
