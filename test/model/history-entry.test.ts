import { expect, test } from 'vitest';
import type { Change } from '../../src/model/change.ts';
import { type HistoryEntry, joinSlots, withNeighbours } from '../../src/model/history-entry.ts';
import { type Slot, slotKey } from '../../src/model/slot.ts';
import { anEvent, aSlot, changeOfFacts } from '../support/comparing.ts';
import { aPlainFile, factsIn, someRules } from '../support/worlds.ts';

const rules = someRules([], []);

function episode(number: number): Slot {
  return aSlot({ itemKey: 'tvdb:1', episode: { season: 1, number } });
}

function replaced(slot: Slot, before: number, after: number): HistoryEntry {
  const facts = (fileId: number) => factsIn({ rules, file: aPlainFile({ fileId }) });
  const change: Change | null = changeOfFacts([rules, facts(before)], [rules, facts(after)]);
  if (change === null) throw new Error('another file is a change');
  return {
    kind: 'change',
    at: change.at,
    change: { ...change, slot },
    slots: [slot],
    joinedWith: [],
    partedFrom: [],
  };
}

function told(entries: readonly HistoryEntry[]): readonly object[] {
  const keys = (slots: readonly Slot[]): string => slots.map(slotKey).join(' | ');
  return entries.flatMap((entry) => {
    if (entry.kind !== 'change') return [];
    const { slots, joinedWith, partedFrom } = entry;
    return [
      [keys(slots), keys(joinedWith), keys(partedFrom)].map((text) => text.replaceAll(/\S+ tvdb:1 /g, '')),
    ];
  });
}

test('the slots of one file that share a fate are one entry', () => {
  const entries = [replaced(episode(1), 7, 8), replaced(episode(2), 7, 8), replaced(episode(3), 9, 10)];
  expect(told(joinSlots(entries))).toEqual([
    ['S01E01 | S01E02', '', ''],
    ['S01E03', '', ''],
  ]);
});

test('entries of other kinds, other items and other files stay apart', () => {
  const { slot: _, ...event } = anEvent();
  const remembered: HistoryEntry = { kind: 'event', at: event.at, event: { ...event, slots: [episode(1)] } };
  const other = replaced(aSlot({ itemKey: 'tvdb:2' }), 7, 8);
  expect(joinSlots([replaced(episode(1), 7, 8), remembered, replaced(episode(2), 7, 8), other])).toHaveLength(
    4,
  );
});

test('two singles that become a double, and a double that becomes two singles, say so', () => {
  const double = [replaced(episode(1), 7, 9), replaced(episode(2), 8, 9)];
  expect(told(withNeighbours(double))).toEqual([
    ['S01E01', 'S01E02', ''],
    ['S01E02', 'S01E01', ''],
  ]);
  const singles = [replaced(episode(1), 9, 10), replaced(episode(2), 9, 11)];
  expect(told(withNeighbours(singles))).toEqual([
    ['S01E01', '', 'S01E02'],
    ['S01E02', '', 'S01E01'],
  ]);
});

test('only replacements have neighbours', () => {
  const { slot: _, ...event } = anEvent();
  const remembered: HistoryEntry = { kind: 'event', at: event.at, event: { ...event, slots: [] } };
  expect(withNeighbours([remembered])).toEqual([remembered]);
});
