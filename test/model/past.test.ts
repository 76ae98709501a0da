import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldOf, type Series, valueAt } from '../../src/lib/series.ts';
import type { Change } from '../../src/model/change.ts';
import type { Library } from '../../src/model/library.ts';
import { createPastPacker } from '../../src/model/past/pack-past.ts';
import { anyLibrary } from '../support/any-library.ts';
import { aChange, aLibraryFile, anEvent } from '../support/libraries.ts';

function packed({
  changes,
  events,
}: Pick<Library, 'changes' | 'events'>): Pick<Library, 'changes' | 'events'> {
  const past = createPastPacker();
  for (const change of changes) past.addChange(change);
  for (const event of events) past.addEvent(event);
  return past.close();
}

function byTime<T extends { readonly at: Date }>(things: Iterable<T>): readonly T[] {
  return [...things].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function expectFields<T>(series: Series<T>, names: readonly (keyof T)[]): void {
  for (let at = 0; at < series.length; at += 1) {
    const value = valueAt(series, at);
    for (const name of names) expect(fieldOf(series, at, name)).toEqual(value[name]);
  }
}

test('what is packed comes back whole, oldest first, and of one moment as it came', () => {
  fc.assert(
    fc.property(anyLibrary, (library) => {
      const [changes, events] = [[...library.changes].toReversed(), [...library.events].toReversed()];
      const past = packed({ changes, events });
      expect([...past.changes]).toEqual(byTime(changes));
      expect([...past.events]).toEqual(byTime(events));
      expectFields(past.changes, ['slot', 'at', 'since', 'kind', 'before', 'after', 'causes']);
      expectFields(past.events, ['slot', 'at', 'kind', 'downloadId', 'scoreToday', 'formatsToday']);
    }),
  );
});

test('slots are shared by changes and events that name the same place, and the same title', () => {
  const library = fc.sample(anyLibrary, { numRuns: 200, seed: 1 }).find(({ events }) => events.length > 0);
  const event = library?.events.at(0) ?? expect.fail('a library has an event');
  const { events } = packed({
    changes: [],
    events: [
      event,
      { ...event, slot: { ...event.slot } },
      { ...event, slot: { ...event.slot, title: 'Other' } },
    ],
  });
  const [first, second, third] = [...events].map(({ slot }) => slot);
  expect(second).toBe(first);
  expect(third).toEqual({ ...first, title: 'Other' });
});

test('what a replacement and an edit of attributes say comes back, and a state that is not there', () => {
  const file = aLibraryFile();
  const told: readonly Change[] = [
    aChange(file, {
      kind: 'replaced',
      replacement: { quality: 'upgrade', revision: 'same', score: 'downgrade', size: 'same' },
      causes: [{ kind: 'profile-reassigned', points: -5, from: 'HD', to: 'UHD' }],
    }),
    aChange(file, {
      kind: 'renamed',
      attributes: [{ name: 'file name', from: 'a.mkv', to: 'b.mkv' }],
      causes: [{ kind: 'attributes-edited', points: 3, attributes: ['file name'] }],
    }),
    aChange(file, { kind: 'gone', after: null, since: null }),
  ];
  const events = [anEvent(file, { releaseGroup: 'NTb', reason: 'upgrade', fileId: 2 ** 40 })];
  const past = packed({ changes: told, events });
  expect([...past.changes]).toEqual(told);
  expect([...past.events]).toEqual(events);
});
