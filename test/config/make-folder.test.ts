import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../src/config/make-folder.ts';
import { aFolder } from '../support/folder.ts';

test('a folder is made with those above it, and one that is there is left alone', async () => {
  await using folder = await aFolder({ 'there/file': '' });
  await makeFolder(join(folder.path, 'a', 'b', 'c'));
  await makeFolder(join(folder.path, 'a', 'b', 'c'));
  await makeFolder(join(folder.path, 'there'));
  expect(statSync(join(folder.path, 'a', 'b', 'c')).isDirectory()).toBe(true);
  expect(existsSync(join(folder.path, 'there', 'file'))).toBe(true);
  await makeFolder('.');
  await makeFolder('/');
});

test('a file in the place of the folder, or above it, is a fault', async () => {
  await using folder = await aFolder({ file: '' });
  await expect(makeFolder(join(folder.path, 'file'))).rejects.toThrow('EEXIST');
  await expect(makeFolder(join(folder.path, 'file', 'below'))).rejects.toThrow('ENOTDIR');
});

test.skipIf(!existsSync('/proc/self'))(
  'where nothing can be made it ends (skipped without /proc)',
  async () => {
    await expect(makeFolder('/proc/nowhere/below')).rejects.toThrow('ENOENT');
  },
);

test.skipIf(process.platform === 'win32')('every folder that is made has the mode', async () => {
  await using folder = await aFolder({});
  await makeFolder(join(folder.path, 'a', 'b'), 0o700);
  for (const made of ['a', 'a/b']) expect(statSync(join(folder.path, made)).mode & 0o777).toBe(0o700);
});
