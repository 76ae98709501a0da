import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createNumberRows,
  createPlaceRows,
  type Fields,
  moments,
  numbered,
  numberedOrNull,
  orNull,
  propertyAt,
} from '../../src/lib/number-rows.ts';
import { createNumbering } from '../../src/lib/numbering.ts';

interface Thing {
  readonly size: number;
  readonly score: number | null;
  readonly at: Date;
  readonly name: string;
  readonly group: string | null;
}

function fieldsOfThings(): Fields<Thing> {
  const { field } = createNumberRows();
  const { field: place } = createPlaceRows();
  const texts = createNumbering<string>();
  return {
    size: field(),
    score: orNull(field()),
    at: moments(field()),
    name: numbered(place(), texts),
    group: numberedOrNull(place(), texts),
  };
}

const names = ['size', 'score', 'at', 'name', 'group'] as const;

test('every row comes back, over many pages', () => {
  const fields = fieldsOfThings();
  const things = Array.from(
    { length: 5000 },
    (_, at): Thing => ({
      size: at * 1e9,
      score: at % 3 === 0 ? null : -at,
      at: new Date(at * 86_400_000),
      name: `thing ${at % 7}`,
      group: at % 2 === 0 ? null : 'thing 1',
    }),
  );
  for (const [row, thing] of things.entries()) {
    fields.size.put(row, thing.size);
    fields.score.put(row, thing.score);
    fields.at.put(row, thing.at);
    fields.name.put(row, thing.name);
    fields.group.put(row, thing.group);
  }
  const told = things.map((_, row) =>
    Object.fromEntries(names.map((name) => [name, propertyAt(fields, row, name)])),
  );
  expect(told).toEqual(things);
});

test('any number but NaN comes back as it is', () => {
  const field = orNull(createNumberRows().field());
  fc.assert(
    fc.property(fc.option(fc.double({ noNaN: true })), (number) => {
      field.put(0, number);
      expect(field.at(0)).toBe(number);
    }),
  );
});
