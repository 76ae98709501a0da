import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from '../lib/error-code.ts';

/**
 * Makes a folder, and those above it, where they are missing.
 *
 * Not by `recursive`: Node then tries for ever where a parent is there and yet answers ENOENT, as below /proc.
 *
 * @param mode  of the folders that are made, before the umask
 * @throws the system's fault when it cannot be
 */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  try {
    await makeOne(path, mode);
  } catch (error) {
    const parent = dirname(path);
    if (errorCode(error) !== 'ENOENT' || parent === path) throw error;
    await makeFolder(parent, mode);
    await makeOne(path, mode);
  }
}

async function makeOne(path: string, mode: number): Promise<void> {
  try {
    await mkdir(path, { mode });
  } catch (error) {
    // Some systems refuse what is there in other words, such as EROFS or EISDIR.
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory() !== true) throw error;
  }
}
