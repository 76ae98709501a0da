/** Values with their texts made safe, and how many were not. */
export interface Repaired {
  readonly values: readonly unknown[];
  readonly texts: number;
}

/** The only ways a lone surrogate or U+0000 can come into a JSON text; pairs look alike and are sorted out later. */
const suspicious = /\\u(?:0000|[dD][89a-fA-F])/;

/**
 * Replaces unpaired surrogates and U+0000 by U+FFFD in every text: databases and spreadsheets refuse them.
 *
 * @param json  what all the values were parsed from: one look at it spares the walk through nearly all of them
 */
export function repairTexts(values: readonly unknown[], json: string): Repaired {
  // `includes` is many times faster than the expression, and nearly no answer has an escape like these.
  if (!json.includes('\\u') || !suspicious.test(json)) return { values, texts: 0 };
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
  return { values: values.map(repair), texts };
}
