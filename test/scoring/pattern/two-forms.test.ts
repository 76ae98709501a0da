import { expect, test } from 'vitest';
import { randomBelow, type SeededRandom, seededRandom } from '../../../src/lib/seeded-random.ts';
import { compilePattern } from '../../../src/scoring/pattern/compile-pattern.ts';
import { findMatch } from '../../../src/scoring/pattern/find-match.ts';
import type { Pattern } from '../../../src/scoring/pattern/pattern.ts';
import { plainForm, toSubject } from '../../../src/scoring/pattern/subject.ts';
import { randomPattern, randomText } from '../../support/random-patterns.ts';

/** A pattern asked in both forms about one text. */
type Trial = {
  readonly kind: 'plain' | 'replaced' | 'exact only';
  readonly isFound: boolean;
  /** Null: both say the same. */
  readonly difference: string | null;
};

test('on random patterns the fast form finds what the exact form finds', () => {
  const random = seededRandom('two forms');
  const trials: Trial[] = [];
  for (let round = 0; round < 3_000; round += 1) {
    const compiled = compilePattern(randomPattern(random, 3));
    if (compiled.kind !== 'ready' || compiled.pattern.fast === null) continue;
    for (const text of texts(random)) trials.push(tried(compiled.pattern, text));
  }
  const count = (isCounted: (trial: Trial) => boolean): number => trials.filter(isCounted).length;
  expect(trials.filter(({ difference }) => difference !== null)).toEqual([]);
  expect(count(({ kind }) => kind === 'plain')).toBeGreaterThan(5_000);
  expect(count(({ kind }) => kind === 'replaced')).toBeGreaterThan(2_000);
  expect(count(({ isFound }) => isFound)).toBeGreaterThan(4_000);
}, 60_000);

function texts(random: SeededRandom): readonly string[] {
  const lengths = Array.from({ length: 6 }, () => randomBelow(random, 12));
  return lengths.map((length, index) => randomText(random, { length, isPlain: index < 3 }));
}

function tried(pattern: Pattern, text: string): Trial {
  const subject = toSubject(text);
  const form = plainForm(subject, pattern);
  const match = findMatch(pattern, subject);
  const exact = pattern.exact()(text);
  const fastAnswer = match === null ? 'none' : `${match.index}+${match.length}`;
  const exactAnswer = exact === null ? 'none' : `${exact.start}+${exact.end - exact.start}`;
  return {
    kind: form === text ? 'plain' : kindOfForm(form),
    isFound: match !== null,
    difference:
      fastAnswer === exactAnswer
        ? null
        : `${pattern.source} on ${JSON.stringify(text)}: ${fastAnswer}, exactly ${exactAnswer}`,
  };
}

function kindOfForm(form: string | null): Trial['kind'] {
  return form === null ? 'exact only' : 'replaced';
}
