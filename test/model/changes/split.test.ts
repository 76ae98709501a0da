import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cause, CauseKind } from '../../../src/model/change.ts';
import type { JudgeMatch } from '../../../src/model/changes/comparison.ts';
import type { Rules } from '../../../src/model/rules.ts';
import { changeBetween } from '../../support/comparing.ts';
import { judge, scoreIn, type World, worlds } from '../../support/worlds.ts';

/**
 * The same split, found another way: whole servers, each one step further from before to after, and what each says.
 * Formats keep their ids in these worlds. One that matches at both moments, or at neither, is never edited on the way.
 */
function stepByStep(before: World, after: World): Readonly<Partial<Record<CauseKind, number>>> {
  const [old, now] = [before.rules, after.rules];
  const lasting = old.formats.filter(({ id }) => now.formats.some((format) => format.id === id));
  const edited = lasting.map((format) => {
    const later = now.formats.find(({ id }) => id === format.id) ?? format;
    return judge(before.file, format) === judge(after.file, later) ? null : later;
  });
  const moved = lasting.map((format, index) => edited[index] ?? format);
  const kept = now.formats.filter(({ id }) => old.formats.some((format) => format.id === id));
  const reassigned = { ...before.file, profileId: after.file.profileId };
  const fileKind = before.file.fileId === after.file.fileId ? 'attributes-edited' : 'file-replaced';
  const path: readonly (readonly [CauseKind, Rules, World['file']])[] = [
    ['format-removed', { ...old, formats: lasting }, before.file],
    ['profile-scores-edited', { ...now, formats: lasting }, before.file],
    ['format-edited', { ...now, formats: moved }, before.file],
    ['profile-reassigned', { ...now, formats: moved }, reassigned],
    [fileKind, { ...now, formats: kept }, after.file],
    ['format-added', now, after.file],
  ];
  const points: Partial<Record<CauseKind, number>> = {};
  let score = scoreIn(before);
  for (const [kind, rules, file] of path) {
    const next = scoreIn({ rules, file });
    if (next !== score) points[kind] = next - score;
    score = next;
  }
  return points;
}

function pointsOf(causes: readonly Cause[]): Readonly<Partial<Record<CauseKind, number>>> {
  return Object.fromEntries(
    causes.filter(({ points }) => points !== 0).map(({ kind, points }) => [kind, points]),
  );
}

test('a difference splits into what whole servers, each one edit further, say', () => {
  fc.assert(
    fc.property(worlds, worlds, (before, after) => {
      const change = changeBetween(before, after, judge);
      expect(pointsOf(change?.causes ?? [])).toEqual(stepByStep(before, after));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['without a judge of matches', null],
  ['with a judge that is always wrong', (file, format) => !judge(file, format)],
  ['with a judge that cannot tell', () => null],
  ['with a judge that says yes to all', () => true],
] satisfies readonly (readonly [string, JudgeMatch | null])[])('the parts add up %s', (_, matches) => {
  fc.assert(
    fc.property(worlds, worlds, (before, after) => {
      const change = changeBetween(before, after, matches);
      const sum = change?.causes.reduce((total, { points }) => total + points, 0) ?? 0;
      expect(sum).toBe(scoreIn(after) - scoreIn(before));
    }),
    { numRuns: 500 },
  );
});

test('without a judge nothing is unexplained unless format and file were edited at once', () => {
  fc.assert(
    fc.property(worlds, worlds, fc.boolean(), (before, other, isFileEdited) => {
      const after = isFileEdited
        ? { rules: before.rules, file: other.file }
        : { rules: other.rules, file: before.file };
      const change = changeBetween(before, after, null);
      expect(pointsOf(change?.causes ?? [])).toEqual(stepByStep(before, after));
    }),
    { numRuns: 1000 },
  );
});

test('the score before and after are the servers own', () => {
  fc.assert(
    fc.property(worlds, worlds, (before, after) => {
      const change = changeBetween(before, after, judge);
      fc.pre(change !== null);
      expect([change.before?.score, change.after?.score]).toEqual([scoreIn(before), scoreIn(after)]);
    }),
  );
});
