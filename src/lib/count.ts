const grouped = new Intl.NumberFormat('en-US');

/** `12,480`; below zero with a minus sign, which is wider than a hyphen. */
export function count(number: number): string {
  return grouped.format(number).replace('-', '−');
}

/** `1 file`, `2 files`; the plural is the word with an s. */
export function counted(number: number, word: string): string {
  return `${count(number)} ${plural(number, word)}`;
}

/** `file` for one, `files` for none and for several. */
export function plural(number: number, word: string): string {
  return word.endsWith('s') ? word : agree(number, word, `${word}s`);
}

/** The word that goes with a number: `agree(1, 'was', 'were')`. One below 0 is one, too. */
export function agree(number: number, one: string, several: string): string {
  return Math.abs(number) === 1 ? one : several;
}

/** `+500`, `−20`, `0` */
export function signed(number: number): string {
  return number > 0 ? `+${count(number)}` : count(number);
}
