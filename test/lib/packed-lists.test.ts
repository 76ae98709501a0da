import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNumbering } from '../../src/lib/numbering.ts';
import { createPackedLists } from '../../src/lib/packed-lists.ts';

test('every list comes back from its place, over many pages', () => {
  const lists = createPackedLists<number>({ numberOf: (number) => number, at: (number) => number });
  const all = Array.from({ length: 9000 }, (_, at) =>
    Array.from({ length: at % 9 }, (__, place) => at + place),
  );
  const places = all.map(lists.numberOf);
  expect(places.map(lists.at)).toEqual(all);
  expect(lists.at(10_000_000)).toEqual([]);
});

test('elements are the same objects again, and a list that is shared is kept once', () => {
  const lists = createPackedLists(createNumbering<{ readonly id: number }>());
  fc.assert(
    fc.property(fc.array(fc.record({ id: fc.nat() })), (list) => {
      const place = lists.numberOf(list);
      const told = lists.at(place);
      expect(told).toHaveLength(list.length);
      for (const [at, element] of told.entries()) expect(element).toBe(list[at]);
      expect(lists.numberOf(list)).toBe(place);
      expect(lists.numberOf([...list])).not.toBe(place);
    }),
  );
});
