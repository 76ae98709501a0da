import { randomBytes } from 'node:crypto';
import { errorCode } from '../lib/error-code.ts';

/** Tells this process from an earlier one with the same number, and from one in another container. */
const token = randomBytes(6).toString('hex');

let count = 0;

/** `PROCESS-TOKEN-NUMBER`: unique, and tells whose file it is, so that what a killed run left can be known. */
export function temporaryMark(processId: number): string {
  count += 1;
  return `${processId}-${token}-${count}`;
}

/** What stands in a mark, in a larger expression. */
export const markPattern: string = String.raw`(?<owner>\d+)-(?<token>[0-9a-f]{12})-\d+`;

/**
 * Whether a file was left by a run that is gone.
 *
 * @param found  the groups of `markPattern`
 */
export function isLeftBehind(
  found: Readonly<Record<string, string | undefined>>,
  isAlive: (processId: number) => boolean,
): boolean {
  const owner = Number(found['owner']);
  return owner === process.pid ? found['token'] !== token : !isAlive(owner);
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
