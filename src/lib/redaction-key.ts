import { createHash } from 'node:crypto';

/**
 * The key of pseudonyms, from secrets that only the owner has: the same in every run while they stay, and
 * nobody else can try out titles. The secrets cannot be found from it.
 */
export function redactionKey(secrets: readonly string[]): Uint8Array {
  return createHash('sha256')
    .update(JSON.stringify(['arr-score redact', ...secrets.toSorted()]))
    .digest();
}
