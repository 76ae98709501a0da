import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pages } from '../../../../src/model/report.ts';
import {
  filesAddress,
  formatRoute,
  home,
  parseRoute,
  type Route,
} from '../../../../src/outputs/dashboard/client/logic/route.ts';

const word = fc.oneof(
  fc.constant(''),
  fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
);
const key = fc.stringMatching(/^[a-z]{1,8}$/);
const orNull = (text: fc.Arbitrary<string>): fc.Arbitrary<string | null> =>
  fc.oneof(
    fc.constant(null),
    text.filter((one) => one !== ''),
  );

const route: fc.Arbitrary<Route> = fc.record({
  page: fc.constantFrom(...pages),
  filter: word,
  search: word,
  sort: fc.array(fc.record({ column: key, isDescending: fc.boolean() }), { maxLength: 3 }),
  columns: fc.oneof(fc.constant(null), fc.array(key, { minLength: 1, maxLength: 4 })),
  instance: orNull(word),
  file: orNull(word),
  part: orNull(word),
});

test('a view is its address: it comes back equal', () => {
  fc.assert(
    fc.property(route, (one) => {
      expect(parseRoute(formatRoute(one))).toEqual(one);
    }),
  );
});

test('an address that makes no sense leads to the first page', () => {
  expect(parseRoute('')).toEqual(home);
  expect(parseRoute('#nowhere?sort=,,-')).toEqual(home);
  expect(parseRoute('#main')).toEqual(home);
});

test('a figure leads to its files by the filter of the command line', () => {
  expect(parseRoute(filesAddress('score < 0 and title has "a & b"'))).toMatchObject({
    page: 'files',
    filter: 'score < 0 and title has "a & b"',
  });
  expect(formatRoute(home)).toBe('#overview');
});
