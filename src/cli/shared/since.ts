import { AppError } from '../../lib/errors.ts';
import { readStart } from '../../model/filter/moment-field.ts';

/** What `--since` was given: times are written as in filters. @throws {AppError} code `config` */
export function readSince(text: string, now: Date): Date {
  const start = readStart(text, now);
  if (start !== null) return start;
  throw new AppError(`--since: "${text}" is no time`, {
    code: 'config',
    hint: 'Write an age (7d, 12h) or a day (2026-11-20, 2026-11).',
  });
}
