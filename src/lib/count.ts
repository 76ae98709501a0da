const grouped = new Intl.NumberFormat('en-US');

/** `12,480`; below zero with a minus sign, which is wider than a hyphen. */
export function count(number: number): string {
  return grouped.format(number).replace('-', '−');
}

/** `1 file`, `2 files`; the plural is the word with an s. */
export function counted(number: number, word: string): string {
  return `${count(number)} ${word}${number === 1 || word.endsWith('s') ? '' : 's'}`;
}

/** `+500`, `−20`, `0` */
export function signed(number: number): string {
  return number > 0 ? `+${count(number)}` : count(number);
}
