/** Chance that can be repeated: numbers from 0 to below 1. */
export type SeededRandom = () => number;

/**
 * The same numbers for the same seed, on every machine.
 *
 * @param seed  any text or number; similar seeds give unlike numbers
 * Source: the generator sfc32 (public domain, Chris Doty-Humphrey), seeded by a hash of the text.
 */
export function seededRandom(seed: string | number): SeededRandom {
  const next = hashWords(String(seed));
  let [a, b, c, counter] = [next(), next(), next(), 1];
  const random = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 12; round += 1) random();
  return random;
}

/** A whole number from 0 to below `end`. */
export function randomBelow(random: SeededRandom, end: number): number {
  return Math.floor(random() * end);
}

/** Words of 32 bits that depend on every character of the text. */
function hashWords(text: string): () => number {
  let hash = 0x811c9dc5 ^ text.length;
  for (let at = 0; at < text.length; at += 1) hash = mix(hash ^ text.charCodeAt(at));
  return () => {
    hash = mix((hash + 0x9e3779b9) | 0);
    return hash;
  };
}

function mix(word: number): number {
  const once = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) | 0;
}
