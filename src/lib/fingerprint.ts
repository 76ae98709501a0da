import { createHash, hash } from 'node:crypto';

/** 48 bits of a text's hash: two texts that differ have the same once in 281 million million. */
export function fingerprint(text: string): number {
  return Number.parseInt(hash('sha1', text, 'hex').slice(0, 12), 16);
}

/** A text's hash, for names of contents: nobody ever sees two that are alike. */
export function contentHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 27);
}
