import { expect, test } from 'vitest';
import { compilePattern } from '../../../src/scoring/pattern/compile-pattern.ts';
import type { Guard } from '../../../src/scoring/pattern/guard.ts';
import type { Pattern } from '../../../src/scoring/pattern/pattern.ts';
import { toSubject } from '../../../src/scoring/pattern/subject.ts';
import { type PatternAsk, watchPatterns } from '../../../src/scoring/pattern/watch-patterns.ts';

test('usual work is one guarded call', () => {
  const { guard, calls } = countingGuard();
  const watch = watchPatterns(guard);
  const patterns = ['a', 'b'].map(ready);
  expect(watch.run(asking(patterns, 'xa'))).toEqual([true, false]);
  expect(watch.run((ask) => ask.findMatch(ready('a+'), toSubject('xaa')))).toEqual({ index: 1, length: 2 });
  expect(calls()).toBe(2);
  expect(watch.runaways()).toEqual([]);
});

test('a runaway is named, the others still answer', () => {
  const patterns = ['a', 'runaway', 'b'].map(ready);
  const watch = watchPatterns(stoppingGuard());
  expect(watch.run(asking(patterns, 'ab'))).toEqual([true, 'overrun', true]);
  expect(watch.runaways().map(({ source }) => source)).toEqual(['runaway']);
});

test('a runaway is left out from then on', () => {
  const patterns = ['runaway', 'b'].map(ready);
  const guard = stoppingGuard();
  const watch = watchPatterns(guard);
  watch.run(asking(patterns, 'ab'));
  const before = guard.overruns();
  expect(watch.run(asking(patterns, 'ab'))).toEqual(['overrun', true]);
  expect(watch.run((ask) => ask.findMatch(patterns[0] ?? ready('x'), toSubject('')))).toBe('overrun');
  expect(guard.overruns()).toBe(before);
});

test('work that only takes long as a whole loses no pattern', () => {
  let calls = 0;
  const watch = watchPatterns((work) => {
    calls += 1;
    return calls === 1 ? { kind: 'overrun' } : { kind: 'finished', value: work() };
  });
  expect(watch.run(asking(['a', 'b'].map(ready), 'b'))).toEqual([false, true]);
  expect(watch.run((ask) => ask.findMatch(ready('b'), toSubject('b')))).toEqual({ index: 0, length: 1 });
  expect(watch.runaways()).toEqual([]);
});

test('looking for a match is watched like asking for one', () => {
  const watch = watchPatterns(stoppingGuard());
  const ask = (ask: PatternAsk): unknown =>
    ['a', 'runaway'].map((source) => ask.findMatch(ready(source), toSubject('a')));
  expect(watch.run(ask)).toEqual([{ index: 0, length: 1 }, 'overrun']);
});

test('a pattern that overran once because the machine stood still is no runaway', () => {
  let calls = 0;
  const watch = watchPatterns((work) => {
    calls += 1;
    return calls <= 2 ? { kind: 'overrun' } : { kind: 'finished', value: work() };
  });
  expect(watch.run(asking(['a', 'b'].map(ready), 'b'))).toEqual([false, true]);
  expect(watch.runaways()).toEqual([]);
});

test('a match that goes deeper than the stack is a runaway', () => {
  const { guard } = countingGuard();
  const watch = watchPatterns(guard);
  const patterns = ['(?:aé|a)*$', 'é'].map(ready);
  expect(watch.run(asking(patterns, `${'a'.repeat(100_000)}é`))).toEqual(['overrun', true]);
  expect(watch.runaways().map(({ source }) => source)).toEqual(['(?:aé|a)*$']);
});

test('an error of the work itself comes through', () => {
  const { guard } = countingGuard();
  const work = (): never => {
    throw new TypeError('a bug');
  };
  expect(() => watchPatterns(guard).run(work)).toThrow('a bug');
});

function asking(patterns: readonly Pattern[], text: string): (ask: PatternAsk) => readonly unknown[] {
  return (ask) => patterns.map((pattern) => ask.isMatch(pattern, toSubject(text)));
}

function ready(source: string): Pattern {
  const compiled = compilePattern(source);
  if (compiled.kind !== 'ready') throw new Error(`${source} is ${compiled.kind}`);
  return source === 'runaway' ? { ...compiled.pattern, fast: null, exact: () => endless } : compiled.pattern;
}

class Overrun extends Error {}

function endless(): never {
  throw new Overrun();
}

function countingGuard(): { readonly guard: Guard; readonly calls: () => number } {
  let count = 0;
  const guard: Guard = (work) => {
    count += 1;
    return { kind: 'finished', value: work() };
  };
  return { guard, calls: () => count };
}

function stoppingGuard(): Guard & { readonly overruns: () => number } {
  let count = 0;
  const guard: Guard = (work) => {
    try {
      return { kind: 'finished', value: work() };
    } catch (error) {
      if (!(error instanceof Overrun)) throw error;
      count += 1;
      return { kind: 'overrun' };
    }
  };
  return Object.assign(guard, { overruns: () => count });
}
