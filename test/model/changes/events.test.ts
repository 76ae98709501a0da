import { describe, expect, test } from 'vitest';
import { createDeletedScores } from '../../../src/model/changes/deleted-scores.ts';
import { gatherEvents } from '../../../src/model/changes/gather-events.ts';
import type { HistoryEvent } from '../../../src/model/history-event.ts';
import { anEvent, aSlot } from '../../support/comparing.ts';

const slots = [1, 2].map((number) => aSlot({ itemKey: 'tvdb:1', episode: { season: 1, number } }));
const [first = aSlot(), second = aSlot()] = slots;

function at(seconds: number): Date {
  return new Date(Date.UTC(2026, 10, 1, 0, 0, seconds));
}

describe('the score of a deleted file', () => {
  const imported = anEvent({ kind: 'imported', sizeBytes: 5, scoreThen: 120 });
  const deleted = anEvent({ kind: 'deleted', sizeBytes: 5, reason: 'upgrade' });

  function scores(...events: readonly HistoryEvent[]): readonly (number | null)[] {
    return events.map(createDeletedScores()).map(({ scoreThen }) => scoreThen);
  }

  test('is what its slot’s last import had', () => {
    const again = { ...imported, scoreThen: 300 };
    expect(scores(imported, anEvent(), again, deleted)).toEqual([120, null, 300, 300]);
  });

  test('is unknown where the slot’s last import was another file, or another slot’s', () => {
    expect(scores(deleted)).toEqual([null]);
    expect(scores({ ...imported, sizeBytes: 6 }, deleted)).toEqual([120, null]);
    expect(scores({ ...imported, slot: first }, deleted)).toEqual([120, null]);
  });
});

describe('what happened to several slots at once', () => {
  test('is one event, of a download or of a file', () => {
    const pack = { downloadId: 'ABC' };
    const [grabOne, grabTwo] = [anEvent({ ...pack, slot: first }), anEvent({ ...pack, slot: second })];
    const [fileOne, fileTwo] = [
      anEvent({ ...pack, kind: 'imported', fileId: 7, slot: first }),
      anEvent({ ...pack, kind: 'imported', fileId: 8, slot: second }),
    ];
    const gathered = gatherEvents([grabOne, grabTwo, fileOne, fileTwo]);
    expect(gathered.map((event) => [event.kind, event.slots])).toEqual([
      ['grabbed', [first, second]],
      ['imported', [first]],
      ['imported', [second]],
    ]);
  });

  test('is known by the release where there is neither', () => {
    const events = [first, second].map((slot) => anEvent({ kind: 'renamed', sourceTitle: '/a.mkv', slot }));
    expect(gatherEvents(events)).toMatchObject([{ slots: [first, second] }]);
    expect(
      gatherEvents([anEvent({ slot: first }), anEvent({ sourceTitle: 'Other', slot: second })]),
    ).toHaveLength(2);
  });

  test('is not what happened later, and not what happened to another item', () => {
    const same = { downloadId: 'ABC', slot: first };
    const events = [
      anEvent({ ...same, at: at(0) }),
      anEvent({ ...same, at: at(30), slot: second }),
      anEvent({ ...same, at: at(99) }),
      anEvent({ ...same, at: at(99), slot: aSlot() }),
    ];
    expect(gatherEvents(events).map(({ at: time, slots: held }) => [time, held.length])).toEqual([
      [at(0), 2],
      [at(99), 1],
      [at(99), 1],
    ]);
  });
});
