import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../lib/error-code.ts';
import { isLeftBehind, markPattern, temporaryMark } from './temporary-names.ts';

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

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
