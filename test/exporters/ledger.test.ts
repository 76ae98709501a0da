import { expect, test } from 'vitest';
import type { ReadProgress } from '../../src/exporters/exporter.ts';
import { createLedger, type Ledger } from '../../src/exporters/shared/ledger.ts';
import type { ArrFailure } from '../../src/model/arr-failure.ts';
import { anItem } from '../support/builders.ts';

const gone: ArrFailure = { kind: 'gone', url: 'http://nas' };

function aLedger(told: ReadProgress[] = []): Ledger {
  return createLedger({
    service: 'radarr',
    request: {
      instance: 'main',
      rules: {
        service: 'radarr',
        profiles: [],
        formats: [],
        settings: { propersAndRepacks: 'doNotPrefer', seasonPackUpgrade: null },
      },
      chunkSize: 100,
      carry: null,
      take: () => undefined,
      progress: (progress) => told.push(progress),
    },
    labels: { tags: () => [], flags: (bits) => ({ bits, names: [] }), share: (_key, value) => value },
    items: new Map([
      [1, anItem()],
      [2, anItem({ id: 2, title: 'M' })],
    ]),
  });
}

test('skipped items are named in order, whatever order they failed in', () => {
  const ledger = aLedger();
  ledger.enter([{ kind: 'failed', itemId: 2, failure: gone }], 1);
  const { skipped } = ledger.close([{ ids: [1], failure: gone }]);
  expect(skipped).toEqual([
    { itemId: 1, title: 'Metropolis', failure: gone },
    { itemId: 2, title: 'M', failure: gone },
  ]);
});

test('an id that no list named is skipped without a title, not forgotten', () => {
  expect(aLedger().close([{ ids: [9], failure: gone }]).skipped).toEqual([
    { itemId: 9, title: '', failure: gone },
  ]);
});

test('progress begins with nothing and ends with all items', () => {
  const told: ReadProgress[] = [];
  const ledger = aLedger(told);
  ledger.enter([{ kind: 'no-file' }], 1);
  ledger.close([{ ids: [2], failure: gone }]);
  expect(told.map(({ itemsDone }) => itemsDone)).toEqual([0, 1, 2]);
});

test('an entry of a new kind is a bug, not a loss', () => {
  const { enter } = aLedger();
  expect((): unknown => Reflect.apply(enter, undefined, [[{ kind: 'new' }], 1])).toThrow('unhandled');
});
