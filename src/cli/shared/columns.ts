/** A text cut to a width, with `…` where something is missing; half a character is left out. */
export function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1).replace(/\p{Cs}$/u, '')}…`;
}

/** Two texts at the two ends of a line of 80 columns; the left one gives way. */
export function endToEnd(left: string, right: string): string {
  const room = 80 - right.length - 2;
  const head = cut(left, Math.max(20, room));
  return `${head}${' '.repeat(Math.max(2, 80 - head.length - right.length))}${right}`;
}

/** Points with their sign before them, in a column: `+ 3,000`, `−   500`. */
export function signed(points: number, width: number): string {
  if (points === 0) return ' '.repeat(width + 2);
  const digits = Math.abs(points).toLocaleString('en-US').padStart(width);
  return `${points > 0 ? '+' : '−'} ${digits}`;
}
