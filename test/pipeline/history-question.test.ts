import { expect, test } from 'vitest';
import type { RuleEdit } from '../../src/model/change.ts';
import type { HistoryEntry } from '../../src/model/history-entry.ts';
import { type HistoryQuestion, isWanted } from '../../src/pipeline/history-question.ts';
import { anEvent, changeOfFacts } from '../support/comparing.ts';
import { aFormat, aPlainFile, factsIn, scoring, someRules } from '../support/worlds.ts';

const everything: HistoryQuestion = {
  title: null,
  instances: null,
  since: null,
  kinds: null,
  causes: null,
  withRescored: false,
};
const at = new Date('2026-01-06T12:00:00Z');

function edited(edit: RuleEdit): HistoryEntry {
  const what = {
    instanceKey: 'radarr/main',
    at,
    since: at,
    filesTouched: 0,
    pointsMoved: 0,
    statesChanged: 0,
  };
  return { kind: 'rules', at, change: { ...what, edit } };
}

/** A file whose score the profile moved, and nothing else. */
function rescored(): HistoryEntry {
  const formats = [aFormat({ id: 1, name: 'HDR' })];
  const [before, after] = [50, 70].map((score) => someRules(formats, [scoring({ 1: score })]));
  if (before === undefined || after === undefined) throw new Error('two worlds');
  const file = aPlainFile({ releaseGroup: 'A' });
  const change = changeOfFacts(
    [before, factsIn({ rules: before, file })],
    [after, factsIn({ rules: after, file })],
  );
  if (change === null) throw new Error('nothing changed');
  return { kind: 'change', at, change, slots: [change.slot], joinedWith: [], partedFrom: [] };
}

function remembered(): HistoryEntry {
  const { slot, ...event } = anEvent();
  return { kind: 'event', at, event: { ...event, slots: [slot] } };
}

test.each<[RuleEdit, HistoryQuestion['causes']]>([
  [{ kind: 'scores', profile: 'HD', formats: [] }, ['profile-scores-edited']],
  [{ kind: 'format-edited', format: 'HDR' }, ['format-edited']],
  [{ kind: 'format-added', format: 'HDR' }, ['format-added']],
  [{ kind: 'format-removed', format: 'HDR' }, ['format-removed']],
])('an edit of rules is found by the cause that it is to files: %j', (edit, causes) => {
  expect(isWanted(edited(edit), { ...everything, causes })).toBe(true);
  expect(isWanted(edited(edit), { ...everything, causes: ['unexplained'] })).toBe(false);
});

test('an edit that moves no score has no cause, and is told where none is asked for', () => {
  const renamed = edited({ kind: 'format-renamed', from: 'HDR', to: 'HDR10' });
  expect(isWanted(renamed, everything)).toBe(true);
  expect(isWanted(renamed, { ...everything, causes: ['format-edited', 'unexplained'] })).toBe(false);
});

test('a file that rules alone moved is told of one title or on demand; else the edit stands for it', () => {
  const entry = rescored();
  expect(isWanted(entry, everything)).toBe(false);
  expect(isWanted(entry, { ...everything, title: 'metro' })).toBe(true);
  expect(isWanted(entry, { ...everything, withRescored: true })).toBe(true);
  expect(isWanted(entry, { ...everything, kinds: ['rescored'] })).toBe(true);
  expect(isWanted(entry, { ...everything, kinds: ['gone'], withRescored: true })).toBe(false);
});

test('what the server itself remembers has no cause', () => {
  expect(isWanted(remembered(), everything)).toBe(true);
  expect(isWanted(remembered(), { ...everything, causes: ['file-replaced'] })).toBe(false);
});

test('what is older than asked for is left out', () => {
  expect(isWanted(remembered(), { ...everything, since: at })).toBe(true);
  expect(isWanted(remembered(), { ...everything, since: new Date(at.getTime() + 1) })).toBe(false);
});
