import { appendFileSync } from 'node:fs';
import pino from 'pino';
import { AppError } from '../lib/errors.ts';

/** Takes one line; `text` has no secret any more. */
export type Log = (level: 'detail' | 'info' | 'warning', text: string) => void;

const methods = { detail: 'debug', info: 'info', warning: 'warn' } as const;

/**
 * A log that is appended to, line by line and at once, so that a killed run has its last words in it.
 *
 * @throws {AppError} code `config` when the file cannot be written
 */
export function openLogFile(path: string, format: 'text' | 'json', now: () => Date): Log {
  tryAppend(path, '');
  const sink = { write: (line: string) => tryAppend(path, line) };
  if (format === 'text') return (level, text) => sink.write(`${now().toISOString()} ${level} ${text}\n`);
  const logger = pino(
    { level: 'debug', base: null, timestamp: () => `,"time":"${now().toISOString()}"` },
    sink,
  );
  return (level, text) => logger[methods[level]](text);
}

function tryAppend(path: string, text: string): void {
  try {
    appendFileSync(path, text, { mode: 0o600 });
  } catch (cause) {
    const hint = 'Name a file in a folder that exists and that you may write to.';
    throw new AppError(`${path} cannot be written as a log`, { code: 'config', hint, cause });
  }
}
