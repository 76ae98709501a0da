import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldOf, type Series, valueAt } from '../../src/lib/series.ts';
import type { Library } from '../../src/model/library.ts';
import { createPastPacker } from '../../src/model/past/pack-past.ts';
import { anyLibrary } from '../support/any-library.ts';

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
      const past = packed(library);
      expect([...past.changes]).toEqual(byTime(library.changes));
      expect([...past.events]).toEqual(byTime(library.events));
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
