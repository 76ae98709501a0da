import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../lib/error-code.ts';

/** `spool-<process>-<number>`: the name tells whose it is, so that what a killed run left can be known. */
const spoolName = /^arr-score-spool-(\d+)-\d+$/;

let count = 0;

/** A path for a new spool in a folder for temporary files. */
export function newSpoolPath(folder: string, processId: number): string {
  mkdirSync(folder, { recursive: true });
  count += 1;
  return join(folder, `arr-score-spool-${processId}-${count}`);
}

/** Removes what killed runs left behind; never the spool of a process that is alive. */
export function cleanSpools(folder: string, isAlive: (processId: number) => boolean): void {
  for (const name of namesIn(folder)) {
    const owner = spoolName.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) rmSync(join(folder, name), { force: true });
  }
}

/** Whether a process with this number runs. One that belongs to somebody else counts as alive. */
export function isProcessAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
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
