import { constants, gunzipSync } from 'node:zlib';

/** What a packed error answer may unpack to. */
const mostBytes = 1_048_576;

/**
 * The text of an error answer, or of its beginning. The servers pack the one they give while they start
 * (servarr.md 12), and proxies may pack any.
 *
 * @returns empty where it cannot be unpacked: then only its status speaks
 */
export function refusalText(bytes: Uint8Array, encoding: string | null): string {
  if (encoding === null || encoding === 'identity') return Buffer.from(bytes).toString('utf8');
  if (encoding !== 'gzip') return '';
  try {
    // What was cut off is no fault: only the beginning is wanted.
    const finishFlush = constants.Z_SYNC_FLUSH;
    return gunzipSync(bytes, { finishFlush, maxOutputLength: mostBytes }).toString('utf8');
  } catch {
    return '';
  }
}
