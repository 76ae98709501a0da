import { nearest } from '../lib/nearest.ts';

/** The known key that was probably meant; case, `_` and `-` do not count: `apiKey` is near `api_key`. */
export function nearestKey(word: string, known: readonly string[]): string | null {
  const meant = nearest(plain(word), known.map(plain));
  return known.find((key) => plain(key) === meant) ?? null;
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll(/[-_ ]/g, '');
}
