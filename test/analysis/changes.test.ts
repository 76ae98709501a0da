import { expect, test } from 'vitest';
import type { RuleEdit } from '../../src/model/change.ts';
import { answerOf, blockOf, columnOf, figureOf, rowsOf } from '../support/answers.ts';
import {
  aChange,
  aLibraryFile,
  anIndex,
  anInstance,
  aState,
  daysAgo,
  instancesOf,
} from '../support/libraries.ts';

const one = aLibraryFile({ fileId: 1 });
const other = aLibraryFile({ fileId: 2 });
const fell = aChange(one, {
  before: aState(one, { score: 500 }),
  after: aState(one, { score: 300 }),
  causes: [{ kind: 'profile-scores-edited', points: -200, formats: [] }],
});
const rose = aChange(other, {
  kind: 'replaced',
  before: aState(other, { score: 0 }),
  after: aState(other, { score: 100 }),
  causes: [{ kind: 'file-replaced', points: 100 }],
});

test('the example: −200 by an edit, +100 by a file, −100 in all, the worst first', () => {
  const answer = answerOf('changes', anIndex({ files: [one, other], changes: [rose, fell] }));
  const moved = rowsOf('causes', answer).filter(({ changes }) => changes !== 0);
  expect(moved).toEqual([
    { cause: 'File replaced', changes: 1, points: 100 },
    { cause: 'Profile scores edited', changes: 1, points: -200 },
  ]);
  expect(['changed', 'rose', 'fell', 'points-moved'].map((name) => figureOf(name, answer))).toEqual([
    2, 1, 1, -100,
  ]);
  expect(rowsOf('changes', answer)).toMatchObject([
    {
      title: { title: 'Movie 1', fileKey: 'radarr/main#1' },
      before: 500,
      after: 300,
      gain: -200,
      cause: 'Profile scores edited',
    },
    { gain: 100, kind: 'replaced' },
  ]);
  expect(answer.headline).toBe(
    'Since 15 Nov 2026 2 changes: downloads brought 1 of 2 new scores, −100 points in all.',
  );
});

test('what came or went stands last, and what happened before is left out', () => {
  const gone = aChange(aLibraryFile({ fileId: 9 }), { kind: 'gone', after: null });
  const old = aChange(one, { at: daysAgo(8) });
  const answer = answerOf('changes', anIndex({ files: [one, other], changes: [old, gone, rose] }));
  expect(columnOf('changes', 'gain', answer)).toEqual([100, null]);
  expect(rowsOf('changes', answer)[1]).toMatchObject({ title: { fileKey: null }, after: null, kind: 'gone' });
  expect(blockOf('kinds', answer)).toMatchObject({
    bars: [
      { values: [0] },
      { values: [1] },
      { values: [1] },
      { values: [0] },
      { values: [0] },
      { values: [0] },
    ],
  });
});

test('several causes are told by what they moved; what is unexplained is a figure', () => {
  const change = aChange(one, {
    causes: [
      { kind: 'unexplained', points: 1 },
      { kind: 'file-replaced', points: -90 },
    ],
  });
  const answer = answerOf('changes', anIndex({ files: [one], changes: [change] }));
  expect(columnOf('changes', 'cause', answer)).toEqual(['File replaced, Unexplained']);
  expect(figureOf('points-unexplained', answer)).toBe(1);
});

const edits: readonly (readonly [RuleEdit, string])[] = [
  [{ kind: 'scores', profile: 'HD', formats: [{ format: 'HDR', from: 0, to: 500 }] }, 'HD: HDR 0 → 500'],
  [{ kind: 'threshold', profile: 'HD', name: 'cutoff', from: '0', to: '10' }, 'HD: cutoff 0 → 10'],
  [{ kind: 'setting', name: 'propers', from: 'a', to: 'b' }, 'propers a → b'],
  [{ kind: 'format-renamed', from: 'a', to: 'b' }, 'format a renamed to b'],
  [{ kind: 'profile-renamed', from: 'a', to: 'b' }, 'profile a renamed to b'],
  [{ kind: 'profile-added', profile: 'HD' }, 'profile HD added'],
  [{ kind: 'profile-removed', profile: 'HD' }, 'profile HD removed'],
  [{ kind: 'format-edited', format: 'HDR' }, 'format HDR edited'],
  [{ kind: 'format-added', format: 'HDR' }, 'format HDR added'],
  [{ kind: 'format-removed', format: 'HDR' }, 'format HDR removed'],
  [{ kind: 'format-recreated', format: 'HDR' }, 'format HDR recreated'],
];

test('every edit of the rules is told in words, the newest first', () => {
  const ruleChanges = edits.map(([edit], at) => ({
    instanceKey: at === 0 ? 'radarr/gone' : 'radarr/main',
    at: daysAgo(6 - at / 10),
    since: daysAgo(7),
    edit,
    filesTouched: at,
    pointsMoved: -at,
    statesChanged: 0,
  }));
  const old = ruleChanges.slice(0, 1).map((change) => ({ ...change, at: daysAgo(30) }));
  const answer = answerOf('changes', anIndex({ files: [one], ruleChanges: [...old, ...ruleChanges] }));
  expect(columnOf('rule-edits', 'edit', answer)).toEqual(edits.map(([, words]) => words).toReversed());
  expect(columnOf('rule-edits', 'instance', answer).at(-1)).toBe('radarr/gone');
});

test('an instance that is new to us is said to be', () => {
  const instances = [
    ...instancesOf([one], { firstReadAt: daysAgo(2) }),
    anInstance({ instance: { service: 'sonarr', name: 'main' } }),
  ];
  expect(answerOf('changes', anIndex({ files: [one], instances })).caveats).toEqual([
    'radarr/main was first read on 20 Nov 2026.',
  ]);
});
