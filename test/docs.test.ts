import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { Results, resultTable } from '../bench/shared/results.ts';
import { withTable } from '../bench/shared/table-block.ts';
import { faultTable } from './support/fault-table.ts';
import { run } from './support/run.ts';

const documents = [
  'README.md',
  'SECURITY.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

test.each(documents)('%s links to what is there', (path) => {
  const links = [...readFileSync(path, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
    ([, link]) => link ?? '',
  );
  expect(links.filter((link) => !existsSync(join(dirname(path), link)))).toEqual([]);
});

test('every flag that the README shows is one of its command', async () => {
  const commands = readFileSync('README.md', 'utf8').matchAll(/^arr-score (\w+)([^#\n]*)/gm);
  for (const [, name = '', rest = ''] of commands) {
    const { out } = await run([name, '--help']);
    for (const [flag] of rest.replaceAll(/"[^"]*"/g, '').matchAll(/--[a-z-]+/g)) expect(out).toContain(flag);
  }
});

test('the table of the architecture is the one that is enforced', () => {
  const rules = readFileSync('.dependency-cruiser.mjs', 'utf8');
  const rows = readFileSync('docs/ARCHITECTURE.md', 'utf8').matchAll(/^\| `(\w+)` \|[^|]*\| ([^|]*) \|$/gm);
  for (const [, folder, allowed = ''] of rows) {
    const names = allowed === '–' || allowed === 'all above' ? [] : allowed.split(', ');
    const line = new RegExp(`^  ${folder}: \\[(.*)\\],$`, 'm').exec(rules)?.[1] ?? 'no row';
    const enforced = line === '' ? [] : line.split(', ').map((name) => name.replaceAll("'", ''));
    if (allowed !== 'all above') expect([folder, enforced.toSorted()]).toEqual([folder, names.toSorted()]);
  }
});

test('the table of faults is the one that is played', () => {
  const document = readFileSync('docs/reliability.md', 'utf8');
  expect(withTable(document, 'faults: npm run generate', faultTable())).toBe(document);
});

test('the table of figures is what was measured, against the targets of today', async () => {
  const document = readFileSync('docs/performance.md', 'utf8');
  const results = Results.parse(JSON.parse(readFileSync('bench/results.json', 'utf8')));
  const rows = Object.values(await import('../bench/index.ts'));
  expect(withTable(document, 'measured: npm run bench -- --save', resultTable(rows, results))).toBe(document);
  for (const { what } of rows) expect(document).toContain(`| ${what} | ≤ `);
  for (const { name, mustReach, what } of results) {
    expect(rows).toContainEqual(expect.objectContaining({ name, mustReach, what }));
  }
});
