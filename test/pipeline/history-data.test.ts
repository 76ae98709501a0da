import { expect, test } from 'vitest';
import type { HistoryEntry } from '../../src/model/history-entry.ts';
import type { Slot } from '../../src/model/slot.ts';
import { historyCsv } from '../../src/pipeline/history-csv.ts';
import { historyRecord } from '../../src/pipeline/history-record.ts';
import { anEvent, aSlot, changeOfFacts } from '../support/comparing.ts';
import { aFormat, aPlainFile, factsIn, scoring, someRules } from '../support/worlds.ts';

const rules = someRules([aFormat({ id: 1, name: 'HDR' })], [scoring({ 1: 50 })]);
const sonarr = { service: 'sonarr', name: 'tv' } as const;
const slots = [2, 3].map((number): Slot => {
  const episode = { season: 1, number };
  return aSlot({ instance: sonarr, itemKey: 'tvdb:1', episode, title: 'The Wire', year: 0 });
});

function changed(before: 'A' | 'B' | null, after: 'A' | 'B' | null): HistoryEntry {
  const facts = (group: string | null) =>
    group === null ? null : factsIn({ rules, file: aPlainFile({ releaseGroup: group }) });
  const change = changeOfFacts([rules, facts(before)], [rules, facts(after)]);
  if (change === null) throw new Error('nothing changed');
  return {
    kind: 'change',
    at: change.at,
    change: { ...change, since: null },
    slots,
    joinedWith: [],
    partedFrom: [],
  };
}

function remembered(of: readonly Slot[]): HistoryEntry {
  const { slot: _, ...event } = anEvent({ kind: 'deleted', reason: 'manual', sourceTitle: '/a.mkv' });
  return { kind: 'event', at: event.at, event: { ...event, slots: of } };
}

test('a double episode is one record with two episodes', () => {
  expect(historyRecord(changed('B', 'A'))).toMatchObject({
    kind: 'attributes-edited',
    since: null,
    instance: 'sonarr/tv',
    item: 'tvdb:1',
    title: 'The Wire',
    year: null,
    season: 1,
    episodes: [2, 3],
    scoreBefore: 0,
    scoreAfter: 50,
    difference: 50,
    attributes: [{ name: 'release group', from: 'B', to: 'A' }],
  });
});

test('a file that came or went has no difference', () => {
  expect(historyRecord(changed(null, 'A'))).toMatchObject({
    kind: 'new',
    scoreBefore: null,
    difference: null,
  });
  expect(historyRecord(changed('A', null))).toMatchObject({
    kind: 'gone',
    scoreAfter: null,
    difference: null,
  });
});

test('an event tells when, of what and why, and what of a place is not known', () => {
  expect(historyRecord(remembered(slots))).toMatchObject({
    kind: 'event',
    event: 'deleted',
    reason: 'manual',
    episodes: [2, 3],
  });
  expect(historyRecord(remembered([]))).toMatchObject({ instance: null, title: null, episodes: [] });
});

test('a table has the points of each cause in its column, and all in words', () => {
  const [head = '', ...rows] = historyCsv([changed('B', 'A'), changed('A', null), remembered(slots)])
    .trimEnd()
    .split('\r\n');
  const at = (name: string): number => head.split(',').indexOf(name);
  const [edited = [], gone = [], event = []] = rows.map((row) => row.split(','));
  expect([edited[at('episodes')], edited[at('difference')], edited[at('attributes_edited')]]).toEqual([
    '2 3',
    '50',
    '50',
  ]);
  expect(edited.at(-1)).toBe('release group edited: B → A; +50 release group edited; came: HDR 50');
  expect([gone[at('kind')], gone[at('score_before')], gone[at('profile')]]).toEqual(['gone', '50', 'HD']);
  expect([event[at('kind')], event.at(-1)]).toEqual(['deleted', 'deleted (by hand): /a.mkv']);
});
