import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CustomFormat } from '../../../src/model/custom-format.ts';
import type { QualityProfile } from '../../../src/model/quality-profile.ts';
import { bound } from '../../../src/scoring/ceiling/bound.ts';
import { ceiling } from '../../../src/scoring/ceiling/ceiling.ts';
import { heaviestSet } from '../../../src/scoring/ceiling/heaviest-set.ts';
import { literalNames } from '../../../src/scoring/literal-names.ts';
import { aFormat, aLadder, condition, scores } from '../../support/scoring.ts';

const title = (value: string, only = {}) => condition('ReleaseTitleSpecification', { value }, only);
const group = (value: string, only = {}) => condition('ReleaseGroupSpecification', { value }, only);
const number = (kind: string, value: number, only = {}) => condition(`${kind}Specification`, { value }, only);
const required = { isRequired: true };
const negated = { isNegated: true };

/** Format 1 is worth 100, format 2 is worth 10, format 3 is worth 1. */
function most(...formats: readonly CustomFormat[]): number {
  const points = formats.map(({ id }) => [id, 1000 / 10 ** id] as const);
  return bound(aLadder({ formatScores: scores(...points) }), formats, 'radarr').score;
}

test('what excludes nothing adds up; negative scores and unknown formats do not count', () => {
  expect(most(aFormat(1, title('a')), aFormat(2, title('b')), aFormat(3))).toBe(111);
  const formatScores = scores([1, 100], [2, -50], [3, 0], [9, 70]);
  const formats = [aFormat(1, title('a')), aFormat(2), aFormat(3)];
  expect(bound(aLadder({ formatScores }), formats, 'radarr')).toEqual({
    score: 100,
    formats: [{ formatId: 1, name: 'Format 1', score: 100 }],
  });
});

test('a release has one source, one resolution and one modifier, together those of an allowed quality', () => {
  expect(most(aFormat(1, number('Source', 9)), aFormat(2, number('Source', 7)))).toBe(100);
  expect(most(aFormat(1, number('Resolution', 1080)), aFormat(2, number('Resolution', 2160)))).toBe(100);
  expect(most(aFormat(1, number('QualityModifier', 5)), aFormat(2, number('Resolution', 1080)))).toBe(100);
  expect(most(aFormat(1, number('QualityModifier', 5)), aFormat(2, number('Resolution', 2160)))).toBe(110);
  expect(most(aFormat(1, number('Source', 6)))).toBe(0);
  expect(most(aFormat(1, number('Source', 6, negated)))).toBe(100);
});

test('without an allowed quality nothing is taken', () => {
  const formatScores = scores([1, 100]);
  expect(bound(aLadder({ items: [], formatScores }), [aFormat(1)], 'radarr').score).toBe(0);
});

test('a release has one type, one size, one year', () => {
  const size = (min: number, max: number) => condition('SizeSpecification', { min, max });
  const year = (min: number, max: number) => condition('YearSpecification', { min, max });
  expect(most(aFormat(1, number('ReleaseType', 1)), aFormat(2, number('ReleaseType', 3)))).toBe(100);
  expect(most(aFormat(1, size(0, 5)), aFormat(2, size(5, 9)))).toBe(100);
  expect(most(aFormat(1, size(0, 5)), aFormat(2, size(4, 9)))).toBe(110);
  expect(most(aFormat(1, year(1990, 1999)), aFormat(2, year(2000, 2009)))).toBe(100);
  expect(most(aFormat(1, year(1990, 2000)), aFormat(2, year(2000, 2009)))).toBe(110);
});

test('a release has one group when groups are listed by name; other patterns may fit any', () => {
  expect(most(aFormat(1, group('^(A|B)$')), aFormat(2, group('^(C)$')))).toBe(100);
  expect(most(aFormat(1, group('^(A|B)$')), aFormat(2, group('^(b)$')))).toBe(110);
  expect(most(aFormat(1, group('^(A)$')), aFormat(2, group('C')))).toBe(110);
  expect(most(aFormat(1, group('^(A)$')), aFormat(2, group('C', negated)))).toBe(110);
  expect(most(aFormat(1, group('^(A)$')), aFormat(2, group('^(A)$', negated)))).toBe(100);
  expect(most(aFormat(1, group('^(A)$')), aFormat(2, condition('ReleaseGroupSpecification', {})))).toBe(110);
});

test('what one format requires another may forbid', () => {
  expect(most(aFormat(1, title('x265')), aFormat(2, title('x265', negated)))).toBe(100);
  const optional = aFormat(2, title('x265', negated), title('b'));
  expect(most(aFormat(1, title('x265')), optional)).toBe(110);
  const strict = aFormat(2, title('x265', { ...negated, ...required }), title('b'));
  expect(most(aFormat(1, title('x265')), strict)).toBe(100);
  expect(most(aFormat(1, title('x265', required), title('x265', { ...required, ...negated })))).toBe(0);
});

test('a choice that promises more and holds less is no bound', () => {
  const of = (id: number, source: number, only: object) =>
    aFormat(id, number('Source', source), title('x', only));
  const formats = [of(1, 9, {}), of(2, 9, negated), of(3, 7, {}), of(4, 7, negated)];
  const formatScores = scores([1, 60], [2, 50], [3, 55], [4, 50]);
  expect(bound(aLadder({ formatScores }), formats, 'radarr').score).toBe(60);
});

test('required conditions of one kind must hold together', () => {
  expect(most(aFormat(1, number('Source', 9, required), number('Source', 7)))).toBe(100);
  expect(most(aFormat(1, number('Source', 9, required), number('Source', 7, required)))).toBe(0);
});

test('the heaviest set is searched, not grasped', () => {
  const star = { points: [5, 3, 3], rivals: [new Set([1, 2]), new Set([0]), new Set([0])] };
  expect(heaviestSet(star, [0, 1, 2])).toEqual({ points: 6, places: [1, 2] });
  expect(heaviestSet(star, [0, 1, 2], { floor: 6 })).toBeNull();
  expect(heaviestSet(star, [0, 1, 2], { maxSteps: 0 })).toEqual({ points: 11, places: [0, 1, 2] });
});

test('the heaviest set is the best of all sets without rivals', () => {
  const graphs = fc.record({
    points: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 8, maxLength: 8 }),
    edges: fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 })), {
      maxLength: 16,
    }),
  });
  fc.assert(
    fc.property(graphs, ({ points, edges }) => {
      const isEdge = (a: number, b: number): boolean =>
        a !== b && edges.some(([c, d]) => (a === c && b === d) || (a === d && b === c));
      const places = points.map((_, at) => at);
      const rivals = places.map((a) => new Set(places.filter((b) => isEdge(a, b))));
      const worths = Array.from({ length: 256 }, (_, bits) => {
        const chosen = places.filter((at) => (bits >> at) % 2 === 1);
        const isTorn = chosen.some((a) => chosen.some((b) => isEdge(a, b)));
        return isTorn ? 0 : chosen.reduce((sum, at) => sum + (points[at] ?? 0), 0);
      });
      expect(heaviestSet({ points, rivals }, places)?.points).toBe(Math.max(...worths));
    }),
    { numRuns: 300, seed: 6 },
  );
});

test.each([
  ['^(NTG)$', ['ntg']],
  ['^(?:A|b\\.c)$', ['a', 'b.c']],
  ['^A-B$', ['a-b']],
  ['^A|B$', null],
  ['^(A.)$', null],
  ['(A)', null],
  ['^()$', null],
])('literalNames of %s', (pattern, names) => {
  expect(literalNames(pattern)).toEqual(names);
});

test.each<readonly [string, number, number | null]>([
  ['reached', 100, 100],
  ['never reached', 100, 99],
  ['never reached', 111, null],
  ['unreachable', 112, 99],
  ['reached', 112, 112],
])('the verdict is "%s" for a cutoff of %i with %s seen and a bound of 111', (verdict, cutoff, bestSeen) => {
  const formats: readonly CustomFormat[] = [aFormat(1), aFormat(2), aFormat(3)];
  const profile: QualityProfile = aLadder({
    cutoffFormatScore: cutoff,
    formatScores: scores([1, 100], [2, 10], [3, 1]),
  });
  expect(ceiling({ profile, formats, service: 'radarr', bestSeen })).toMatchObject({ bestSeen, verdict });
});
