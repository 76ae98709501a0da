/** Lines of at most `width` columns, broken at blanks. @param starts  what the first and each later line begins with */
export function wrap(
  text: string,
  width: number,
  [first, later]: readonly [string, string] = ['', ''],
): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = later;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}
