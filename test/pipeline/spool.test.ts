import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openSpool } from '../../src/pipeline/spool.ts';
import { cleanSpools, newSpoolPath, openSpoolFolder } from '../../src/pipeline/spool-folder.ts';
import { isProcessAlive } from '../../src/pipeline/temporary-names.ts';
import { aFile, anItem } from '../support/builders.ts';
import { aFolder } from '../support/folder.ts';

afterEach(() => void vi.unstubAllEnvs());

const files = [1, 2, 3].map((id) => aFile({ fileId: id, item: anItem({ id, title: `é ${id}` }) }));
const parts = {
  items: new Map(files.map(({ item }) => [item.id, item])),
  profiles: files.slice(0, 1).map(({ profile }) => profile),
};

test('files come back equal, in any order that is asked for', async () => {
  await using folder = await aFolder({});
  using spool = openSpool(join(folder.path, 'spool'));
  spool.add(files);
  const entries = spool.entries();
  expect([...spool.read(entries, parts)].flat()).toEqual(files);
  expect([...spool.read(entries.toReversed(), parts)].flat()).toEqual(files.toReversed());
  expect([...spool.read([], parts)]).toEqual([]);
});

test('files that are far apart on disk are not read as one piece', async () => {
  await using folder = await aFolder({});
  using spool = openSpool(join(folder.path, 'spool'));
  const many = Array.from({ length: 600 }, (_, at) => aFile({ fileId: at, item: anItem() }));
  spool.add(many);
  const all = { ...parts, items: new Map([[1, anItem()]]) };
  const batches = [...spool.read(spool.entries(), all)];
  expect(batches.length).toBeGreaterThan(1);
  expect(batches.flat()).toEqual(many);
});

test('what was cleared is forgotten, and the room is used again', async () => {
  await using folder = await aFolder({});
  using spool = openSpool(join(folder.path, 'spool'));
  spool.add(files);
  spool.clear();
  spool.add(files.slice(1));
  expect([...spool.read(spool.entries(), parts)].flat()).toEqual(files.slice(1));
});

test('the parts of another reading are a bug, not a file', async () => {
  await using folder = await aFolder({});
  using spool = openSpool(join(folder.path, 'spool'));
  spool.add(files);
  const read = (): unknown => [...spool.read(spool.entries(), { ...parts, items: new Map() })];
  expect(read).toThrow('the parts of another');
});

test.skipIf(process.platform === 'win32')('a spool is for its owner alone, and gone at the end', async () => {
  await using folder = await aFolder({});
  const path = newSpoolPath(folder.path, 7);
  const spool = openSpool(path);
  expect(statSync(path).mode.toString(8)).toMatch(/600$/);
  spool[Symbol.dispose]();
  expect(existsSync(path)).toBe(false);
});

test('only spools of processes that are gone are removed, and nothing else', async () => {
  const marks = ['1-0123456789ab-1', '2-0123456789ab-1', `${process.pid}-0123456789ab-1`, 'x-1'];
  const [ours = '', dead = '', former = '', other = ''] = marks.map((mark) => `arr-score-spool-${mark}`);
  await using folder = await aFolder({
    [ours]: '',
    [dead]: '',
    [former]: '',
    [other]: '',
    'arr-score.csv': '',
  });
  cleanSpools(folder.path, (processId) => processId !== 2);
  expect(readdirSync(folder.path).toSorted()).toEqual([ours, other, 'arr-score.csv'].toSorted());
});

test('a folder that is not there has nothing to clean; a file in its place is a fault', async () => {
  await using folder = await aFolder({ file: '' });
  expect(() => cleanSpools(join(folder.path, 'none'), () => false)).not.toThrow();
  expect(() => cleanSpools(join(folder.path, 'file'), () => false)).toThrow('ENOTDIR');
});

test('this process is alive; one with a number that nobody has is not', () => {
  expect(isProcessAlive(process.pid)).toBe(true);
  expect(isProcessAlive(999_999_999)).toBe(false);
});

test('a spool that cannot be opened is said with its folder and the mend', async () => {
  await using folder = await aFolder({});
  expect(() => openSpool(join(folder.path, 'none', 'spool'))).toThrow(
    expect.objectContaining({ code: 'output', hint: expect.stringContaining('TMPDIR') }),
  );
});

test('a folder for temporary files that cannot be made is said with its name and the mend', async () => {
  await using folder = await aFolder({ file: '' });
  const path = join(folder.path, 'file', 'below');
  vi.stubEnv('TMPDIR', path);
  await expect(openSpoolFolder()).rejects.toMatchObject({
    code: 'output',
    message: `${path} cannot be written: a part of its path is a file`,
    hint: expect.stringContaining('TMPDIR'),
  });
});
