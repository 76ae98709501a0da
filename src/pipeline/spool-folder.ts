import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../config/make-folder.ts';
import { errorCode } from '../lib/error-code.ts';
import type { MediaFile } from '../model/media-file.ts';
import { refuseSpool } from './refuse-spool.ts';
import { openSpool, type Spool } from './spool.ts';
import { isLeftBehind, isProcessAlive, markPattern, temporaryMark } from './temporary-names.ts';

const spoolName = new RegExp(`^arr-score-spool-${markPattern}$`);

/** A path for a new spool in a folder for temporary files. */
export function newSpoolPath(folder: string, processId: number): string {
  return join(folder, `arr-score-spool-${temporaryMark(processId)}`);
}

/** Removes what killed runs left behind; never the spool of a process that is alive. */
export function cleanSpools(folder: string, isAlive: (processId: number) => boolean): void {
  for (const name of namesIn(folder)) {
    const found = spoolName.exec(name)?.groups;
    if (found !== undefined && isLeftBehind(found, isAlive)) rmSync(join(folder, name), { force: true });
  }
}

/**
 * Makes the system's folder for temporary files where it is missing, and removes what killed runs left in it.
 *
 * @throws {AppError} code `output` when there can be no such folder
 */
export async function openSpoolFolder(): Promise<void> {
  const folder = tmpdir();
  await makeFolder(folder).catch((cause: unknown) => refuseSpool(folder, cause));
  cleanSpools(folder, isProcessAlive);
}

/** A new spool of this process; see `openSpool`. */
export function openOwnSpool(markOf: ((file: MediaFile) => number) | null): Spool {
  return openSpool(newSpoolPath(tmpdir(), process.pid), markOf);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
