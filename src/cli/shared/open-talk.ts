import type { CommandContext } from '../command.ts';
import type { GlobalFlags } from './global-flags.ts';
import { createTalk, type Level, type Talk } from './talk.ts';

/** The talk of one command, as the person's flags want it. @throws {AppError} code `config` for a bad log file */
export async function openTalk(
  flags: GlobalFlags,
  { terminal, signal }: CommandContext,
  secrets: readonly string[],
): Promise<Talk> {
  const { quiet, verbose } = flags;
  const log = await openLog(flags, signal);
  return createTalk({ quiet, verbose, secrets, log, stderr: terminal.stderr });
}

/**
 * The log that the flags ask for, loaded only then; null where they ask for none.
 *
 * @throws {AppError} code `config` for a bad log file
 */
export async function openLog(
  { logFile, logFormat }: Pick<GlobalFlags, 'logFile' | 'logFormat'>,
  signal: AbortSignal,
): Promise<((level: Level, text: string) => void) | null> {
  if (logFile === null) return null;
  const [{ openLogFile }, { realEffects }] = await Promise.all([
    import('../../pipeline/log-file.ts'),
    import('../../pipeline/effects.ts'),
  ]);
  return openLogFile(logFile, logFormat, realEffects(signal).now);
}
