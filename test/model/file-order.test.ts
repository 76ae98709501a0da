import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byIdentity, bySortKey, type FileOrder, orderOf, sortKeys } from '../../src/model/file-order.ts';
import { aFile, anItem } from '../support/builders.ts';

const few = fc.integer({ min: 0, max: 2 });
const order: fc.Arbitrary<FileOrder> = fc.record({
  instanceIndex: few,
  itemId: few,
  season: few,
  episode: few,
  fileId: few,
  score: fc.integer({ min: -2, max: 2 }),
  title: fc.constantFrom('a', 'b', 'é'),
  addedMs: few,
});
const orders = fc.uniqueArray(order, { comparator: (a, b) => byIdentity(a, b) === 0 });

test.each(sortKeys)('sorting by %s gives one order, whatever the order before', (key) => {
  fc.assert(
    fc.property(orders, fc.integer(), (all, turn) => {
      const turned = [...all.slice(turn % (all.length + 1)), ...all.slice(0, turn % (all.length + 1))];
      expect(turned.toSorted(bySortKey(key))).toEqual(all.toSorted(bySortKey(key)));
    }),
  );
});

test('files are in order of instance, item, season, episode and file', () => {
  const none = { instanceIndex: 0, itemId: 0, season: 0, episode: 0, fileId: 0 };
  const zero = { ...none, score: 0, title: '', addedMs: 0 };
  const steps: readonly Partial<FileOrder>[] = [
    {},
    { fileId: 1 },
    { episode: 1 },
    { season: 1 },
    { season: 1, episode: 1 },
    { itemId: 1 },
    { instanceIndex: 1 },
    { instanceIndex: 1, itemId: 10 },
  ];
  const all = steps.map((step) => ({ ...zero, ...step }));
  expect(all.toReversed().toSorted(byIdentity)).toEqual(all);
});

test.each([
  ['score', [3, 1, 2]],
  ['-score', [2, 1, 3]],
  ['title', [2, 3, 1]],
  ['added', [1, 3, 2]],
] as const)('%s sorts as its name says, equals by identity', (key, ids) => {
  const files = [
    aFile({ fileId: 1, item: anItem({ title: 'b' }), score: 5, dateAdded: new Date(1) }),
    aFile({ fileId: 2, item: anItem({ title: 'A' }), score: 9, dateAdded: new Date(3) }),
    aFile({ fileId: 3, item: anItem({ title: 'a' }), score: -7, dateAdded: new Date(2) }),
  ];
  const sorted = files.map((file) => orderOf(file, 0)).toSorted(bySortKey(key));
  expect(sorted.map(({ fileId }) => fileId)).toEqual(ids);
});

test('a double episode stands at its first episode', () => {
  const episode = { id: 1, title: '', tvdbId: null, airDate: null, isMonitored: true };
  const part = {
    season: 2,
    episodes: [
      { ...episode, number: 7 },
      { ...episode, number: 8 },
    ],
  };
  expect(orderOf(aFile({ part }), 3)).toMatchObject({ instanceIndex: 3, season: 2, episode: 7 });
});

test('a movie and a file without episodes are episode 0', () => {
  expect(orderOf(aFile(), 0)).toMatchObject({ season: 0, episode: 0 });
  expect(orderOf(aFile({ part: { season: 1, episodes: [] } }), 0)).toMatchObject({ season: 1, episode: 0 });
});
