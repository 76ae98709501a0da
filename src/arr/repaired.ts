/** A value with its texts made safe, and how many were not. */
export interface Repaired {
  readonly value: unknown;
  readonly texts: number;
}

/** The only ways a lone surrogate or U+0000 can come into a JSON text; pairs look alike and are sorted out later. */
const suspicious = /\\u(?:0000|[dD][89a-fA-F])/;

/**
 * Replaces unpaired surrogates and U+0000 by U+FFFD in every text: databases and spreadsheets refuse them.
 *
 * @param json  what `value` was parsed from: one look at it spares the walk through nearly all values
 */
export function repairTexts(value: unknown, json: string): Repaired {
  if (!suspicious.test(json)) return { value, texts: 0 };
  let texts = 0;
  const repair = (part: unknown): unknown => {
    if (typeof part === 'string') {
      const whole = part.toWellFormed().replaceAll('\0', '\u{FFFD}');
      if (whole !== part) texts += 1;
      return whole;
    }
    if (Array.isArray(part)) return part.map(repair);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, repair(inner)]));
  };
  return { value: repair(value), texts };
}
