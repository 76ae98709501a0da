import { expect, test } from 'vitest';
import { explainFilterProblem } from '../../../src/model/filter/explain-filter-problem.ts';
import { fileFields } from '../../../src/model/filter/file-fields.ts';
import { parseFilter } from '../../../src/model/filter/parse-filter.ts';

/** Every way to get it wrong, in the order in which a condition is read. */
const wrong: readonly string[] = [
  'score > 5 and',
  '> 5',
  'qualty = Bluray-1080p',
  'codec = x265',
  'score > 5 and and title has x',
  'score',
  'score is 5',
  'score == 5',
  'score => 5',
  'score contains 5',
  'title contains dune',
  'score has 5',
  'title > x',
  'score >',
  'score > five',
  'score > 1.5',
  'score > 99999999999999999999',
  'monitored = maybe',
  'monitored = constructor',
  'size > 4 GB',
  'size > 4XB',
  'size > big',
  'added > yesterday',
  'added = 30d',
  'added > 2024-02-30',
  'added > 2024-13',
  'added > 0050',
  'added > 2024-01-31T25:00:00Z',
  'title has "dune',
  'title has Dune Part Two',
  'title has "a"b',
  'score > 5 or score < 1',
];

test('each mistake is shown at its place, with what is known', async () => {
  await expect(`${wrong.map(explained).join('\n\n')}\n`).toMatchFileSnapshot(
    '../../golden/model/filter-problems.txt',
  );
});

test('a long filter is cut around the place', () => {
  const lines = explained(`${'score > 5 and '.repeat(20)}colour = red and score > 1`).split('\n');
  const [line = '', carets = ''] = lines;
  expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('colour');
  expect(lines.filter(({ length }) => length > 80)).toEqual([]);
});

test('a long word is cut in the message, and its marks end with the line', () => {
  const [, carets = '', message = ''] = explained('x'.repeat(4000)).split('\n');
  expect(carets).toBe('^'.repeat(78));
  expect(message.length).toBeLessThan(80);
});

test('text that would turn or break the line is shown as blanks', () => {
  expect(explained('a\u202E\u001B[2J\u{E0001}b = 5')).toMatch(
    /^a {2}\[2J {2}b = 5\n\^{9}\nthere is no field "a {2}\[2J {2}b"\n/,
  );
});

test('many fields take several lines', () => {
  const fields = [...fileFields.slice(0, 10), ...fileFields.slice(0, 10)];
  const result = parseFilter('x', fields);
  if (result.ok) throw new Error('a filter: x');
  const lines = explainFilterProblem('x', result.problem, fields).split('\n');
  expect(lines.slice(3, -1)).toEqual([
    'fields: score profile format monitored quality group instance size added title',
    '  score profile format monitored quality group instance size added title',
  ]);
});

function explained(text: string): string {
  const result = parseFilter(text, fileFields);
  if (result.ok) throw new Error(`a filter: ${text}`);
  return explainFilterProblem(text, result.problem, fileFields);
}
