import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepNewest, pointLatest } from '../../src/pipeline/kept-outputs.ts';
import { aFolder } from '../support/folder.ts';

test('latest leads to the newest of each file, also the second time', async () => {
  await using folder = await aFolder({
    'arr-score-2026-11-21.html': 'old',
    'arr-score-2026-11-22.html': 'new',
    'arr-score-2026-11-22.changes.parquet': 'changes',
  });
  await pointLatest(folder.path, 'arr-score-2026-11-21', ['arr-score-2026-11-21.html']);
  const links = await pointLatest(folder.path, 'arr-score-2026-11-22', [
    'arr-score-2026-11-22.html',
    'arr-score-2026-11-22.changes.parquet',
  ]);
  expect(links).toEqual(['latest.html', 'latest.changes.parquet']);
  expect(await readFile(join(folder.path, 'latest.html'), 'utf8')).toBe('new');
  expect(await readFile(join(folder.path, 'latest.changes.parquet'), 'utf8')).toBe('changes');
});

test('a folder that cannot be written to is said', async () => {
  await expect(pointLatest('/nowhere/at/all', 'a', ['a.html'])).rejects.toMatchObject({ code: 'output' });
});

test('only runs of the template go, the oldest first, and nothing of anybody else', async () => {
  await using folder = await aFolder({});
  const days = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'];
  const endings = ['.csv', '.changes.parquet'];
  const strangers = [
    'arr-score-2026-11-19.html',
    'arr-score-2026-11-19.txt',
    'arr-score-notes.csv',
    'mine-2026-11-19.csv',
    'latest.html',
    'arr-score-2026-11-19x.csv',
  ];
  const ours = days.flatMap((day) => [`arr-score-${day}.csv`, `arr-score-${day}.changes.parquet`]);
  for (const name of [...strangers, ...ours]) await writeFile(join(folder.path, name), name);
  const gone = await keepNewest(folder.path, { template: 'arr-score-{date}', endings, keep: 2 });
  expect(gone).toEqual(ours.slice(0, 4).toSorted());
  expect((await readdir(folder.path)).toSorted()).toEqual([...strangers, ...ours.slice(4)].toSorted());
  expect(await keepNewest(folder.path, { template: 'arr-score-{date}', endings, keep: 2 })).toEqual([]);
  expect(await keepNewest(folder.path, { template: 'arr-score', endings, keep: 1 })).toEqual([]);
});
