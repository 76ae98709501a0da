import { isDigit, isNameCharacter, type PatternReader } from './pattern-reader.ts';

const named: Readonly<Record<string, number>> = { a: 7, b: 8, e: 27, f: 12, n: 10, r: 13, t: 9, v: 11 };

/**
 * Reads what follows a backslash when it stands for one character.
 *
 * @param reader  right after the backslash
 * @returns the UTF-16 unit
 */
export function readEscape(reader: PatternReader): number {
  const from = reader.at - 1;
  if (reader.peek() >= '0' && reader.peek() <= '7') return readOctal(reader);
  const letter = reader.take();
  switch (letter) {
    case 'x':
      return readHex(reader, 2);
    case 'u':
      return readHex(reader, 4);
    case 'c':
      return readControl(reader);
  }
  const code = named[letter];
  if (code !== undefined) return code;
  if (isNameCharacter(letter)) throw reader.refuse('UnrecognizedEscape', from);
  return letter.charCodeAt(0);
}

/** Up to three digits; of more than 255 the higher bits fall off. */
function readOctal(reader: PatternReader): number {
  let value = 0;
  for (let count = 0; count < 3 && isDigit(reader.peek()) && reader.peek() <= '7'; count += 1) {
    value = value * 8 + Number(reader.take());
  }
  return value & 255;
}

function readHex(reader: PatternReader, digits: number): number {
  const from = reader.at - 2;
  const text = reader.source.slice(reader.at, reader.at + digits);
  if (text.length < digits || !/^[\da-f]+$/i.test(text)) {
    throw reader.refuse('InsufficientOrInvalidHexDigits', from);
  }
  reader.at += digits;
  return Number.parseInt(text, 16);
}

function readControl(reader: PatternReader): number {
  const from = reader.at - 2;
  if (reader.isAtEnd) throw reader.refuse('MissingControlCharacter', from);
  const letter = reader.take();
  const code = (letter >= 'a' && letter <= 'z' ? letter.toUpperCase() : letter).charCodeAt(0) - 64;
  if (code < 0 || code >= 32) throw reader.refuse('UnrecognizedControlCharacter', from);
  return code;
}
