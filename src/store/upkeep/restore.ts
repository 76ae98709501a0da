import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '../../lib/errors.ts';
import { isBusy } from '../engine/sqlite-errors.ts';
import { openStore } from '../open.ts';

/** What a restore brought back. */
export interface Restored {
  /** Where the store that was there lies now; null where there was none. */
  readonly keptAs: string | null;
  readonly files: number;
}

/** The parts of a SQLite database on disk. */
const parts = ['', '-wal', '-shm'] as const;

/**
 * Puts a backup in the place of a store. The copy proves itself first; what was there is kept beside it, never
 * overwritten, be it whole or damaged.
 *
 * @param path  of the store; nobody may have it open, as what they write would go with what is moved away
 * @param suffix  for the store that was there: unique, such as a time
 * @throws {AppError} code `store`; then nothing was changed
 */
export async function restoreStore(backup: string, path: string, suffix: string): Promise<Restored> {
  if (!existsSync(backup))
    throw refusal(`there is no file ${backup}`, 'Name a file that "arr-score db backup" wrote.');
  const copy = `${path}.restoring`;
  removeParts(copy);
  try {
    copyFileSync(backup, copy);
    const files = await prove(copy, backup);
    const keptAs = existsSync(path) ? `${path}.${suffix}` : null;
    if (keptAs !== null) {
      refuseInUse(path);
      moveParts(path, keptAs);
    }
    renameSync(copy, path);
    return { keptAs, files };
  } finally {
    removeParts(copy);
  }
}

/** Opens it, brings its tables up to date, and looks for flaws. */
async function prove(copy: string, backup: string): Promise<number> {
  await using store = await openStore(copy, { use: 'migrate' });
  const flaws = await store.check();
  const [flaw] = flaws;
  if (flaw !== undefined) {
    throw refusal(
      `the backup ${backup} is damaged: ${flaw.problem}`,
      'Nothing was changed. Try an older backup.',
    );
  }
  const { instances } = await store.info();
  return instances.reduce((sum, { files }) => sum + files, 0);
}

/** Whoever has a store open, even to read, keeps others from having it for themselves. */
function refuseInUse(path: string): void {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('pragma locking_mode = exclusive; begin immediate; rollback');
  } catch (error) {
    // Any other error is that of a damaged store: that is what a restore is for.
    if (isBusy(error)) throw inUse(path);
  } finally {
    database.close();
  }
}

function inUse(path: string): AppError {
  return refusal(
    `the store ${path} is in use`,
    'End the arr-score that has it open (serve, a collect), then try again. Nothing was changed.',
  );
}

function moveParts(from: string, to: string): void {
  const there = parts.filter((part) => existsSync(`${from}${part}`));
  for (const part of there) renameSync(`${from}${part}`, `${to}${part}`);
}

function removeParts(path: string): void {
  for (const part of parts) rmSync(`${path}${part}`, { force: true });
}

function refusal(message: string, hint: string): AppError {
  return new AppError(message, { code: 'store', hint });
}
