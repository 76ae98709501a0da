import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '../lib/error-code.ts';
import type { MediaFile } from '../model/media-file.ts';
import { openSpool, type Spool } from './spool.ts';
import { isLeftBehind, isProcessAlive, markPattern, temporaryMark } from './temporary-names.ts';

const spoolName = new RegExp(`^arr-score-spool-${markPattern}$`);

/** A path for a new spool in a folder for temporary files. */
export function newSpoolPath(folder: string, processId: number): string {
  mkdirSync(folder, { recursive: true });
  return join(folder, `arr-score-spool-${temporaryMark(processId)}`);
}

/** Removes what killed runs left behind; never the spool of a process that is alive. */
export function cleanSpools(folder: string, isAlive: (processId: number) => boolean): void {
  for (const name of namesIn(folder)) {
    const found = spoolName.exec(name)?.groups;
    if (found !== undefined && isLeftBehind(found, isAlive)) rmSync(join(folder, name), { force: true });
  }
}

/** Removes what killed runs left in the system's folder for temporary files. */
export function cleanOwnSpools(): void {
  cleanSpools(tmpdir(), isProcessAlive);
}

/** A new spool of this process; see `openSpool`. */
export function openOwnSpool(instanceIndex: number, markOf: ((file: MediaFile) => number) | null): Spool {
  return openSpool(newSpoolPath(tmpdir(), process.pid), instanceIndex, markOf);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
