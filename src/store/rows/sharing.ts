/** Gives the first of equal values for each of them: a library has few codecs and languages, and many files. */
export type Share<T> = (value: T) => T;

/**
 * Remembers every value it is asked for.
 *
 * @param keyOf  what is the same for equal values and for no others
 */
export function createSharing<T>(keyOf: (value: T) => string | null): Share<T> {
  const known = new Map<string | null, T>();
  return (value) => {
    const key = keyOf(value);
    const found = known.get(key);
    if (found === undefined) known.set(key, value);
    return found ?? value;
  };
}

/** Gives one string for equal texts. */
export function shareTexts(): Share<string | null> {
  return createSharing((text) => text);
}
