import { expect, test } from 'vitest';
import { createPackedItems } from '../../src/exporters/shared/packed-items.ts';
import { anItem } from '../support/builders.ts';

const full = anItem({
  id: 1,
  title: 'Métropolis',
  imdbId: 'tt0017136',
  tmdbId: 19,
  tags: ['silent'],
  rootFolder: '/films',
  originalLanguage: { id: 4, name: 'German' },
});
const bare = anItem({ id: 2, imdbId: null, tmdbId: null, rootFolder: null, originalLanguage: null });

test('items come back as they were put in, by id and in their order', () => {
  const items = createPackedItems();
  for (const item of [bare, full]) items.add(item);
  expect([items.get(1), items.get(2), items.get(3)]).toEqual([full, bare, undefined]);
  expect([...items.values()]).toEqual([bare, full]);
  expect(items.size).toBe(2);
});

test('what items share is one value again', () => {
  const items = createPackedItems();
  items.add(full);
  items.add({ ...full, id: 3 });
  expect(items.get(1)?.tags).toBe(items.get(3)?.tags);
  expect(items.get(1)?.originalLanguage).toBe(items.get(3)?.originalLanguage);
});

test('the newest of two with one id counts, and nothing is left after a new beginning', () => {
  const items = createPackedItems();
  items.add(full);
  items.add({ ...full, title: 'M' });
  expect([...items.values()].map(({ title }) => title)).toEqual(['M']);
  items.clear();
  expect([items.size, items.get(1), [...items.values()]]).toEqual([0, undefined, []]);
});
