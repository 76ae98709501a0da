import { AppError } from '../lib/errors.ts';

/**
 * For what a sound store always has: without it the answer would be wrong.
 *
 * @param what  is wrong, as half a sentence
 * @throws {AppError} code `store`
 */
export function damaged(what: string): never {
  throw new AppError(`the store is damaged: ${what}`, {
    code: 'store',
    hint: 'See what else is with "arr-score db check", then bring back a backup.',
  });
}
