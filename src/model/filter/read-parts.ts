/** A piece of a filter's text; empty where one is missing. */
export interface Piece {
  readonly text: string;
  readonly at: number;
}

/** What stands where a condition should. Each part may be missing, so that what is missing can be said. */
export interface Parts {
  readonly field: Piece;
  readonly operator: Piece;
  /** With its quotes. */
  readonly value: Piece;
  readonly end: number;
}

const fieldWord = /^[^\s<>=!"']+/;
/** A run of signs as a whole: `==` is no operator, instead of `=` and a value that begins with one. */
const operatorWord = /^(?:[<>=!]+|has(?=[\s"']|$))/i;
/** The third kind is a quote that is never closed. */
const valueWord = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|["'].*|\S+)/s;
const closedQuotes = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')$/s;

/** Reads field, operator and value from a place on. */
export function readParts(text: string, from: number): Parts {
  const field = take(text, from, fieldWord);
  const operator = take(text, endOf(field), operatorWord);
  const value = take(text, endOf(operator), valueWord);
  return { field, operator, value, end: endOf(value) };
}

/** The value that was written, without quotes; null when the closing quote is missing. */
export function unquoted(written: string): string | null {
  if (!/^["']/.test(written)) return written;
  return closedQuotes.test(written) ? written.slice(1, -1).replace(/\\(["'\\])/g, '$1') : null;
}

/** So that `unquoted` gives it back; bare wherever that is possible. */
export function quotedValue(value: string): string {
  return /^[^\s"']\S*$/.test(value) ? value : `"${value.replace(/["\\]/g, String.raw`\$&`)}"`;
}

/** The next word after blanks; where there is none, an empty one before them. */
function take(text: string, from: number, word: RegExp): Piece {
  const rest = text.slice(from);
  const at = from + rest.search(/\S|$/);
  const found = word.exec(text.slice(at));
  return found === null ? { text: '', at: from } : { text: found[0], at };
}

function endOf({ text, at }: Piece): number {
  return at + text.length;
}
