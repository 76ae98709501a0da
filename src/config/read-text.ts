import { readFile } from 'node:fs/promises';
import { errorCode } from '../lib/error-code.ts';

/** A text file, or why it cannot be read: `there is no such file`. */
export type TextFile =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  EISDIR: 'it is a folder',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8 text',
};

/** Reads a small UTF-8 file whole. Never throws for what the user can mend. */
export async function readText(path: string): Promise<TextFile> {
  try {
    const bytes = await readFile(path);
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  const code = errorCode(error);
  return reasons[code] ?? `reading failed with ${code}`;
}
