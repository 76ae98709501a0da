import { createHmac, createSecretKey } from 'node:crypto';

/** 48 bits: among a million names, two alike turn up once in 500 runs. */
const digits = 12;

/**
 * Other names for texts: `title-3f2a9c1d0b7e`, always the same for the same secret, kind and text.
 *
 * @param secret  at least 16 random bytes; without it nobody can try out a list of known titles
 */
export function createPseudonym(secret: Uint8Array): (kind: string, text: string) => string {
  const key = createSecretKey(secret);
  return (kind, text) => {
    const mark = createHmac('sha256', key).update(`${kind}\0${text}`).digest('hex').slice(0, digits);
    return `${kind}-${mark}`;
  };
}
