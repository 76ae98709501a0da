import { operators } from './filter.ts';
import type { FilterField } from './filter-field.ts';
import type { FilterProblem } from './filter-problem.ts';

/** Columns of a terminal that a line may take. */
const width = 78;
const shownBefore = 40;

/** The place under the filter, what is wrong there, what was expected and what is known; several lines. */
export function explainFilterProblem<S>(
  text: string,
  { at, length, message, expected }: FilterProblem,
  fields: readonly FilterField<S>[],
): string {
  const start = text.length > width ? Math.max(0, at - shownBefore) : 0;
  const line = text.slice(start, start + width);
  const marks = '^'.repeat(Math.max(1, Math.min(length, line.length - (at - start))));
  const names = fields.map(({ name }) => name);
  const isTold = expected.every((word) => names.includes(word));
  return [
    printable(line),
    ' '.repeat(at - start) + marks,
    printable(message),
    ...(isTold ? [] : [`expected: ${expected.join(' ')}`]),
    ...wrapped('fields:', names),
    `operators: ${operators.join(' ')}`,
  ].join('\n');
}

/** Line breaks, control characters and marks that turn text around, each as a blank. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (found) => ' '.repeat(found.length));
}

/** Words after a label, in lines of at most the width. */
function wrapped(label: string, words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  let line = label;
  for (const word of words) {
    if (line.length + 1 + word.length > width) {
      lines.push(line);
      line = ' ';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
