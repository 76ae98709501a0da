import type { Command as Program } from 'commander';
import { AppError } from '../../lib/errors.ts';

/** The flags that every command takes. */
export interface GlobalFlags {
  readonly config: string | null;
  /** `radarr.main.workers=3`, as often as wanted. */
  readonly set: readonly string[];
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly logFile: string | null;
  readonly logFormat: 'text' | 'json';
}

/** What the person gave, wherever on the line. @throws {AppError} code `config` */
export function readGlobalFlags(command: Program): GlobalFlags {
  const flags: Readonly<Record<string, unknown>> = command.optsWithGlobals();
  const { config, set, quiet, verbose, logFile, logFormat } = flags;
  if (logFormat !== 'text' && logFormat !== 'json') {
    throw new AppError(`--log-format: "${String(logFormat)}" is neither text nor json`, {
      code: 'config',
      hint: 'Write --log-format json.',
    });
  }
  if (logFormat === 'json' && typeof logFile !== 'string') {
    throw new AppError('--log-format json has no log to be the format of', {
      code: 'config',
      hint: 'Add --log-file FILE.',
    });
  }
  return {
    config: typeof config === 'string' ? config : null,
    set: Array.isArray(set) ? set.map(String) : [],
    quiet: quiet === true,
    verbose: verbose === true,
    logFile: typeof logFile === 'string' ? logFile : null,
    logFormat,
  };
}
