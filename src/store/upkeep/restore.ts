import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { AppError } from '../../lib/errors.ts';
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
 * @param path  of the store; nobody may be using it
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
    if (keptAs !== null) moveParts(path, keptAs);
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
