import type { PatternReader } from './pattern-reader.ts';

/** How often what stands before is repeated; `max` is infinite where there is no end. */
export type Quantifier = { readonly min: number; readonly max: number; readonly isLazy: boolean };

/** Whether a quantifier comes next: a brace that does not hold `n`, `n,` or `n,m` is just a brace. */
export function isQuantifierNext(reader: PatternReader): boolean {
  const character = reader.peek();
  if (character !== '{') return character !== '' && '*+?'.includes(character);
  braces.lastIndex = reader.at;
  return braces.test(reader.source);
}

const braces = /\{\d+(?:,\d*)?\}/y;

/** Reads the quantifier that comes next, together with the `?` that makes it lazy. */
export function readQuantifier(reader: PatternReader): Quantifier {
  const from = reader.at;
  const [min, max] = readBounds(reader);
  reader.skipBlank();
  const isLazy = reader.accept('?');
  if (min > max) throw reader.refuse('ReversedQuantifierRange', from);
  return { min, max, isLazy };
}

function readBounds(reader: PatternReader): readonly [min: number, max: number] {
  switch (reader.take()) {
    case '*':
      return [0, Infinity];
    case '+':
      return [1, Infinity];
    case '?':
      return [0, 1];
  }
  const min = reader.takeNumber();
  const hasComma = reader.accept(',');
  const hasEnd = hasComma && reader.peek() !== '}';
  const end = hasComma ? Infinity : min;
  const max = hasEnd ? reader.takeNumber() : end;
  reader.accept('}');
  return [min, max];
}
