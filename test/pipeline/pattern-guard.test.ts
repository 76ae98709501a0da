import { expect, test } from 'vitest';
import { seededRandom } from '../../src/lib/seeded-random.ts';
import { patternGuard } from '../../src/pipeline/pattern-guard.ts';
import { compilePattern } from '../../src/scoring/pattern/compile-pattern.ts';
import type { Pattern } from '../../src/scoring/pattern/pattern.ts';
import { toSubject } from '../../src/scoring/pattern/subject.ts';
import { watchPatterns } from '../../src/scoring/pattern/watch-patterns.ts';
import { hostilePattern, hostileText } from '../support/random-patterns.ts';

test('work that ends in time gives its value', () => {
  expect(patternGuard()(() => 'value')).toEqual({ kind: 'finished', value: 'value' });
  expect(patternGuard()(() => null)).toEqual({ kind: 'finished', value: null });
});

test('work that throws, throws', () => {
  const guard = patternGuard();
  const work = (): never => {
    throw new TypeError('a bug');
  };
  expect(() => guard(work)).toThrow(TypeError);
  expect(guard(() => 1)).toEqual({ kind: 'finished', value: 1 });
});

test.each(['(a+)+$', '(?:a|aa)+$', '(é|a+)+$'])('%s is stopped in either form', (source) => {
  const watch = watchPatterns(patternGuard(250));
  const patterns = [ready('a'), ready(source), ready('!')];
  const text = `${'a'.repeat(39)}!`;
  const answers = watch.run((ask) => patterns.map((pattern) => ask.isMatch(pattern, toSubject(text))));
  expect(answers).toEqual([true, 'overrun', true]);
  expect(watch.runaways()).toEqual([patterns[1]]);
});

test('5,000 hostile patterns on hostile titles: each is answered, refused or named', () => {
  const random = seededRandom('hostile');
  const watch = watchPatterns(patternGuard(5));
  const counts = { ready: 0, refused: 0, 'cannot-evaluate': 0 };
  for (let batch = 0; batch < 100; batch += 1) {
    const compiled = Array.from({ length: 50 }, () => compilePattern(hostilePattern(random)));
    for (const { kind } of compiled) counts[kind] += 1;
    const patterns = compiled.flatMap((one) => (one.kind === 'ready' ? [one.pattern] : []));
    const subjects = [0, 1].map(() => toSubject(hostileText(random)));
    const answers = watch.run((ask) =>
      subjects.flatMap((subject) => patterns.map((pattern) => ask.isMatch(pattern, subject))),
    );
    expect(answers.filter((answer) => answer === 'overrun').length).toBeLessThanOrEqual(
      2 * watch.runaways().length,
    );
    expect(answers).toHaveLength(2 * patterns.length);
  }
  expect(counts.ready + counts.refused + counts['cannot-evaluate']).toBe(5_000);
  expect(counts.ready).toBeGreaterThan(1_000);
  expect(counts.refused).toBeGreaterThan(500);
}, 120_000);

function ready(source: string): Pattern {
  const compiled = compilePattern(source);
  if (compiled.kind !== 'ready') throw new Error(`${source} is ${compiled.kind}`);
  return compiled.pattern;
}
