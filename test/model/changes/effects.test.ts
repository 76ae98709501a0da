import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aSlot, changeBetween, comparing, effectsOn } from '../../support/comparing.ts';
import {
  aFormat,
  aPlainFile,
  factsIn,
  scoring,
  someRules,
  type World,
  worlds,
} from '../../support/worlds.ts';

const group = aFormat({ id: 1, name: 'Group A' });

function world(score: number, only: Parameters<typeof aPlainFile>[0] = {}): World {
  return {
    rules: someRules([group], [scoring({ 1: score }, { minFormatScore: 0 })]),
    file: aPlainFile(only),
  };
}

test('an edited score says how many files, points and states it moved', () => {
  const others = { fileId: 2, releaseGroup: 'B' };
  const pairs = [
    [world(50), world(-20)],
    [world(50, { fileId: 3 }), world(-20, { fileId: 3 })],
    [world(50, others), world(-20, others)],
  ] as const;
  expect(effectsOn(pairs)).toMatchObject([
    {
      instanceKey: 'radarr/main',
      edit: { kind: 'scores' },
      filesTouched: 2,
      pointsMoved: -140,
      statesChanged: 2,
    },
  ]);
});

test('a file in two slots counts once', () => {
  const shared = { isShared: true };
  const pairs = [
    [world(50, shared), world(80, shared)],
    [world(50, shared), world(80, shared)],
  ] as const;
  expect(effectsOn(pairs)).toMatchObject([{ filesTouched: 1, pointsMoved: 30 }]);
});

test('files that fare alike can be counted at once', () => {
  const [before, after] = [world(50), world(80)];
  const comparison = comparing(before.rules, after.rules);
  comparison.count({ slot: aSlot(), before: factsIn(before), after: factsIn(after) }, 100_000);
  expect(comparison.ruleChanges()).toMatchObject([{ filesTouched: 100_000, pointsMoved: 3_000_000 }]);
});

test('a file that came or went felt no edit', () => {
  const [before, after] = [world(50), world(80)];
  const comparison = comparing(before.rules, after.rules);
  comparison.count({ slot: aSlot(), before: null, after: factsIn(after) });
  comparison.count({ slot: aSlot(), before: factsIn(before), after: null });
  expect(comparison.ruleChanges()).toMatchObject([{ filesTouched: 0, pointsMoved: 0 }]);
});

test('a threshold moves states, never points', () => {
  const before = world(50);
  const minimum = {
    rules: someRules([group], [scoring({ 1: 50 }, { minFormatScore: 60 })]),
    file: before.file,
  };
  expect(effectsOn([[before, minimum]])).toMatchObject([
    { edit: { name: 'minimum' }, filesTouched: 1, pointsMoved: 0, statesChanged: 1 },
  ]);
  const off = {
    rules: someRules([group], [scoring({ 1: 50 }, { upgradeAllowed: false })]),
    file: before.file,
  };
  expect(effectsOn([[before, off]])).toMatchObject([
    { edit: { name: 'upgrades allowed' }, statesChanged: 1 },
  ]);
  const step = {
    rules: someRules([group], [scoring({ 1: 50 }, { minUpgradeFormatScore: 9 })]),
    file: before.file,
  };
  expect(effectsOn([[before, step]])).toMatchObject([{ edit: { name: 'step' }, filesTouched: 0 }]);
});

test('edits that come together share no state: each is counted where it turns', () => {
  const both = someRules([group], [scoring({ 1: 150 }, { cutoffFormatScore: 200 })]);
  const before = world(50);
  expect(effectsOn([[before, { rules: both, file: before.file }]])).toMatchObject([
    { edit: { kind: 'scores' }, pointsMoved: 100, statesChanged: 1 },
    { edit: { kind: 'threshold' }, statesChanged: 1 },
  ]);
});

test('a format that comes without points touches the files it matches', () => {
  const before = { rules: someRules([], [scoring({})]), file: aPlainFile() };
  const after = { rules: someRules([group], [scoring({})]), file: aPlainFile() };
  expect(effectsOn([[before, after]])).toMatchObject([
    { edit: { kind: 'format-added' }, filesTouched: 1, pointsMoved: 0, statesChanged: 0 },
  ]);
});

test('files whose profile is not known are left out', () => {
  const unknown = { profileId: 77 };
  expect(effectsOn([[world(50, unknown), world(80, unknown)]])).toMatchObject([{ filesTouched: 0 }]);
});

test('the points that edits moved are those that the slots’ causes tell', () => {
  fc.assert(
    fc.property(worlds, worlds, (before, after) => {
      const ofRules = (changeBetween(before, after)?.causes ?? []).filter(
        ({ kind }) => kind.startsWith('format-') || kind === 'profile-scores-edited',
      );
      const moved = effectsOn([[before, after]]).reduce((sum, { pointsMoved }) => sum + pointsMoved, 0);
      expect(moved).toBe(ofRules.reduce((sum, { points }) => sum + points, 0));
    }),
  );
});

test('where only names were edited, the same facts cannot have moved', () => {
  const before = world(50);
  const renamed = someRules([{ ...group, name: 'Z' }], before.rules.profiles);
  expect(comparing(before.rules, renamed).canMoveSameFacts).toBe(false);
  expect(comparing(before.rules, world(60).rules).canMoveSameFacts).toBe(true);
});
