import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexBy } from '../../src/lib/index-by.ts';
import { valueAt } from '../../src/lib/series.ts';

test('is what grouping makes: keys in the order in which they come up, values in their own', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), value: fc.nat() })), (all) => {
      const index = indexBy(all, (place) => valueAt(all, place).key);
      const grouped = Map.groupBy(all, ({ key }) => key);
      expect([...index]).toEqual([...grouped]);
      for (const key of ['a', 'b', 'c'] as const) expect(index.of(key)).toEqual(grouped.get(key) ?? []);
    }),
  );
});
