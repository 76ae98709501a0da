import type { CommandContext } from '../command.ts';
import type { GlobalFlags } from './global-flags.ts';
import { createTalk, type Level, type Talk } from './talk.ts';

/** The talk of one command, as the person's flags want it. @throws {AppError} code `config` for a bad log file */
export async function openTalk(
  flags: GlobalFlags,
  { terminal, signal }: CommandContext,
  secrets: readonly string[],
): Promise<Talk> {
  const { quiet, verbose, logFile, logFormat } = flags;
  const log = logFile === null ? null : await openLog(logFile, logFormat, signal);
  return createTalk({ quiet, verbose, secrets, log, stderr: terminal.stderr });
}

/** Loaded only when a log is asked for. */
async function openLog(
  path: string,
  format: 'text' | 'json',
  signal: AbortSignal,
): Promise<(level: Level, text: string) => void> {
  const [{ openLogFile }, { realEffects }] = await Promise.all([
    import('../../pipeline/log-file.ts'),
    import('../../pipeline/effects.ts'),
  ]);
  return openLogFile(path, format, realEffects(signal).now);
}
