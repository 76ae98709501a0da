import { expect, test } from 'vitest';
import { answerOf, figureOf, rowsOf } from '../support/answers.ts';
import { aProfile } from '../support/builders.ts';
import { aHit, aLibraryFile, anEvent, anIndex, aScoredProfile, instancesOf } from '../support/libraries.ts';

const profile = aScoredProfile({ 1: 10, 2: 20, 3: 30, 4: 500 });
const files = [10, 20, 30].map((score, at) =>
  aLibraryFile({ fileId: at + 1, profile, formats: [aHit(at + 1, score)] }),
);

test('the example: never reached, and a cutoff of 30 closes one file', () => {
  const answer = answerOf('ceiling', anIndex({ files }));
  expect(rowsOf('ceilings', answer)).toMatchObject([
    {
      best_seen: 30,
      p95: 30,
      bound: 560,
      cutoff: 100,
      verdict: 'never reached',
      suggested: 30,
      would_close: 1,
    },
  ]);
  expect(answer.findings).toMatchObject([
    {
      severity: 'medium',
      title: 'A cutoff never reached',
      place: '“HD” on main',
      mend: 'Try a cutoff of 30: it closes 1 file at once.',
      count: 3,
    },
  ]);
  expect(figureOf('ceilings-out-of-reach', answer)).toBe(1);
});

test('what history has seen counts, by today’s rules', () => {
  const [first = aLibraryFile()] = files;
  const events = [
    anEvent(first, { scoreToday: 1, formatsToday: [4] }),
    anEvent(first, { scoreToday: null, formatsToday: [4] }),
  ];
  const answer = answerOf('ceiling', anIndex({ files, events }));
  expect(rowsOf('ceilings', answer)).toMatchObject([
    { best_seen: 500, verdict: 'reached by 0', suggested: null },
  ]);
});

test('a cutoff above the bound is unreachable: that is for the rules to say', () => {
  const poor = aScoredProfile({ 1: 10 });
  const answer = answerOf(
    'ceiling',
    anIndex({ files: [aLibraryFile({ profile: poor, formats: [aHit(1, 10)] })] }),
  );
  expect(rowsOf('ceilings', answer)).toMatchObject([{ bound: 10, verdict: 'unreachable' }]);
  expect(answer.findings).toEqual([]);
});

test('with upgrades off the cutoff does not count, and without files nothing is searched for', () => {
  const off = aProfile({ id: 2, upgradeAllowed: false });
  const only = [aLibraryFile({ fileId: 9, profile: off })];
  const [instance] = instancesOf(only);
  if (instance === undefined) throw new Error('no instance');
  const rules = { ...instance.rules, profiles: [off, aProfile({ id: 3, name: 'Empty' })] };
  const answer = answerOf('ceiling', anIndex({ files: only, instances: [{ ...instance, rules }] }));
  expect(rowsOf('ceilings', answer).map(({ verdict }) => verdict)).toEqual(['upgrades off', 'unreachable']);
  expect(figureOf('ceilings-out-of-reach', answer)).toBe(0);
});

test('of a profile that nothing was ever seen in, nothing is said', () => {
  const only = [aLibraryFile({ profile })];
  const [instance] = instancesOf(only);
  if (instance === undefined) throw new Error('no instance');
  const empty = { ...profile, id: 3, name: 'Empty' };
  const rules = { ...instance.rules, profiles: [empty] };
  const answer = answerOf('ceiling', anIndex({ files: [], instances: [{ ...instance, rules }] }));
  expect(rowsOf('ceilings', answer)).toMatchObject([{ best_seen: null, verdict: 'nothing seen' }]);
});

test('a suggestion is above 0 and the minimum', () => {
  const low = aLibraryFile({ profile: aScoredProfile({ 1: 500, 2: -5 }), formats: [aHit(2, -5)] });
  const answer = answerOf('ceiling', anIndex({ files: [low] }));
  expect(rowsOf('ceilings', answer)).toMatchObject([{ suggested: null, would_close: null }]);
  expect(answer.findings).toMatchObject([{ mend: 'Lower the format cutoff to a score that files have.' }]);
});
