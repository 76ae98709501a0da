import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileFields } from '../../../src/model/filter/file-fields.ts';
import { allOf, type Condition, type Filter } from '../../../src/model/filter/filter.ts';
import { formatFilter } from '../../../src/model/filter/format-filter.ts';
import { parseFilter } from '../../../src/model/filter/parse-filter.ts';

test.each([
  ['score >= 500', { field: 'score', operator: '>=', value: '500' }],
  ['score<-5', { field: 'score', operator: '<', value: '-5' }],
  ['  Score  !=  +5  ', { field: 'score', operator: '!=', value: '+5' }],
  ['title has dune', { field: 'title', operator: 'has', value: 'dune' }],
  ['title HAS "Dune: Part Two"', { field: 'title', operator: 'has', value: 'Dune: Part Two' }],
  ["title has'it'", { field: 'title', operator: 'has', value: 'it' }],
  ['title = "the \\"best\\" \\\\ \\n"', { field: 'title', operator: '=', value: 'the "best" \\ \\n' }],
  ["title = 'it\\'s'", { field: 'title', operator: '=', value: "it's" }],
  ['title = rock"n"roll', { field: 'title', operator: '=', value: 'rock"n"roll' }],
  ['title has and', { field: 'title', operator: 'has', value: 'and' }],
  ['title = =x', { field: 'title', operator: '=', value: '=x' }],
  ['group = ""', { field: 'group', operator: '=', value: '' }],
  ['title = a\\b', { field: 'title', operator: '=', value: 'a\\b' }],
  ['title has "two\nlines"', { field: 'title', operator: 'has', value: 'two\nlines' }],
])('%s is one condition', (text, condition) => {
  expect(parseFilter(text, fileFields)).toEqual({ ok: true, filter: { conditions: [condition] } });
});

test('conditions are joined by and, however it is written', () => {
  const { conditions } = parsed('score>1 AND format has HDR\tand\n profile = "HD and more" ');
  expect(conditions.map(({ field, value }) => `${field} ${value}`)).toEqual([
    'score 1',
    'format HDR',
    'profile HD and more',
  ]);
});

test('blank text is the filter without conditions', () => {
  expect(parsed(' \n')).toEqual({ conditions: [] });
});

test('several filters together ask for all of their conditions', () => {
  expect(formatFilter(allOf([parsed('score > 1'), parsed(''), parsed('size < 4GB and title has x')]))).toBe(
    'score > 1 and size < 4GB and title has x',
  );
});

const text = fc.string({ unit: 'binary', maxLength: 20 });
const word = fc.constantFrom('and', '=', '"', "'", '\\', '\\"', ' ', 'HDR', '<', '!x');
const value = fc.oneof(
  text,
  word,
  fc.array(word).map((words) => words.join('')),
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    field: fc.constantFrom('title', 'profile', 'quality', 'group', 'format'),
    operator: fc.constantFrom('=' as const, '!=' as const, 'has' as const),
    value,
  }),
  fc.record({
    field: fc.constant('score'),
    operator: fc.constantFrom('<' as const, '<=' as const, '>=' as const, '>' as const),
    value: fc.integer().map(String),
  }),
);

test('a filter that is written as text is read back equal', () => {
  fc.assert(
    fc.property(fc.array(condition), (conditions) => {
      expect(parsed(formatFilter({ conditions }))).toEqual({ conditions });
    }),
  );
});

test('whatever is typed, reading ends: with a filter, or with a place inside the text', () => {
  const piece = fc.oneof(text, word, fc.constantFrom('score', ' and ', '>= 5', 'title has '));
  const typed = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(typed, (line) => {
      const result = parseFilter(line, fileFields);
      if (result.ok) {
        expect(parsed(formatFilter(result.filter))).toEqual(result.filter);
      } else {
        const { at, length, expected } = result.problem;
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(line.length);
        expect(length).toBeGreaterThan(0);
        expect(expected.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 1000 },
  );
});

/** @throws an Error when the text is no filter */
function parsed(text: string): Filter {
  const result = parseFilter(text, fileFields);
  if (!result.ok) throw new Error(result.problem.message);
  return result.filter;
}
