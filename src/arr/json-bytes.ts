const comma = 0x2c;
/** `[` */
export const openBracket = 0x5b;
/** `]` */
export const closeBracket = 0x5d;

/** What a byte can mean to the splitter. A table, because most bytes mean nothing and this is the hot loop. */
export const meaning = { plain: 0, quote: 1, escape: 2, open: 3, close: 4, comma: 5 } as const;

/** What each byte means. */
export const meanings: Uint8Array = new Uint8Array(256);
meanings[0x22] = meaning.quote;
meanings[0x5c] = meaning.escape;
meanings[comma] = meaning.comma;
for (const byte of [openBracket, 0x7b]) meanings[byte] = meaning.open;
for (const byte of [closeBracket, 0x7d]) meanings[byte] = meaning.close;

/** null where the text is no JSON array. */
export function parseArray(text: string): readonly unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    // What the parser says quotes the text; where it stands is said by the splitter.
    return null;
  }
}

const blanks: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** The place of the first byte from there on that is no white space, or the end. */
export function firstNotBlank(bytes: Uint8Array, from: number): number {
  const found = bytes.subarray(from).findIndex((byte) => !blanks.has(byte));
  return found === -1 ? bytes.length : from + found;
}
