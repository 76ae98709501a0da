/** Words in lines of a width, each indented; a word that is longer than a line stays whole. */
export function wrapped(text: string, indent: number, width: number): readonly string[] {
  const margin = ' '.repeat(indent);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && indent + longer.length > width) {
      lines.push(margin + line);
      line = word;
    } else line = longer;
  }
  return [...lines, margin + line];
}

/** Two texts at both edges of a line; on two lines where they do not fit on one. */
export function spread(left: string, right: string, width: number): readonly string[] {
  if (right === '') return [left];
  const gap = width - left.length - right.length;
  if (gap >= 2) return [left + ' '.repeat(gap) + right];
  return [left, right.padStart(width)];
}
