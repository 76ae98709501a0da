import { stat } from 'node:fs/promises';
import type { ConfigProblem } from './problem.ts';

/**
 * A warning when any user of the machine may read a file with keys in it.
 *
 * @param shown  the path as people type it
 */
export async function warnIfReadable(path: string, shown: string): Promise<ConfigProblem | null> {
  const { mode } = await stat(path);
  if (process.platform === 'win32' || (mode & 0o004) === 0) return null;
  return {
    place: null,
    path: shown,
    message: 'holds keys and is readable by others',
    hint: `chmod 600 ${quoted(shown)}`,
  };
}

/** For a shell. */
function quoted(path: string): string {
  return /^[\w./@:+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
