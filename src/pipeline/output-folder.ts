import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../config/make-folder.ts';
import { refuse } from './destination.ts';
import { isLeftBehind, isProcessAlive, markPattern } from './temporary-names.ts';

const unfinished = new RegExp(`^arr-score-.*[.]${markPattern}[.]tmp$`);

/** In a folder that containers share, a process can be alive and not be seen; no run lasts this long. */
const oldMs = 86_400_000;

/**
 * Makes the folder where it is missing, and removes the unfinished outputs of runs that were killed a day ago.
 *
 * @throws {AppError} code `output` when there can be no such folder
 */
export async function openOutputFolder(path: string, now: Date): Promise<void> {
  try {
    await makeFolder(path);
    const left = (await readdir(path)).filter((name) => {
      const found = unfinished.exec(name)?.groups;
      return found !== undefined && isLeftBehind(found, isProcessAlive);
    });
    for (const name of left) await removeOld(join(path, name), now);
  } catch (cause) {
    refuse(path, cause);
  }
}

async function removeOld(path: string, now: Date): Promise<void> {
  const { mtimeMs } = await stat(path);
  if (now.getTime() - mtimeMs > oldMs) await rm(path, { force: true });
}
