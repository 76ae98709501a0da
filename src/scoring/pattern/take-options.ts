import type { PatternOptions } from './pattern-options.ts';
import type { PatternReader } from './pattern-reader.ts';

const letters: Readonly<Record<string, keyof PatternOptions>> = {
  i: 'ignoreCase',
  m: 'multiline',
  n: 'explicitCapture',
  s: 'singleLine',
  x: 'extended',
};

/** Takes the letters of an option group, as far as they are some, and turns the options on or off. */
export function takeOptions(reader: PatternReader): void {
  let isOn = true;
  for (;;) {
    const letter = reader.peek();
    const option = letters[letter.toLowerCase()];
    if (letter === '-' || letter === '+') isOn = letter === '+';
    else if (option === undefined) return;
    else reader.options = { ...reader.options, [option]: isOn };
    reader.at += 1;
  }
}
