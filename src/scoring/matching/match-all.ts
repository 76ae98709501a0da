import type { Guard } from '../pattern/guard.ts';
import type { FormatInput } from './format-input.ts';
import type { FormatMatcher, FormatMatches } from './format-matcher.ts';
import { type Probe, toProbe } from './probe.ts';

/**
 * The formats of many inputs, under a guard. A pattern that runs over the time limit is given up, for these inputs
 * and all later ones; whatever hangs on it is then unknown, and the others still answer.
 */
export function matchAll(
  matcher: FormatMatcher,
  inputs: readonly FormatInput[],
  guard: Guard,
): readonly FormatMatches[] {
  const answers: FormatMatches[] = [];
  const answerRest = (): void => {
    for (const input of inputs.slice(answers.length)) answers.push(matcher.match(input));
  };
  while (guard(answerRest).kind === 'overrun') {
    // Many inputs may be over the limit together, without any pattern at fault.
    for (const input of inputs.slice(answers.length, answers.length + 1)) {
      answers.push(matchOne(matcher, toProbe(input), guard));
    }
  }
  return answers;
}

/** Each round answers the pattern that ran out of time, or gives it up, so that it ends. */
function matchOne(matcher: FormatMatcher, probe: Probe, guard: Guard): FormatMatches {
  for (;;) {
    const answer = guard(() => matcher.matchProbe(probe));
    if (answer.kind === 'finished') return answer.value;
    const pattern = matcher.asked();
    if (pattern === null) throw new Error('a time limit ran out before any pattern was asked');
    if (!answersAlone({ matcher, pattern, probe, guard })) matcher.giveUp(pattern);
  }
}

interface Alone {
  readonly matcher: FormatMatcher;
  readonly pattern: string;
  readonly probe: Probe;
  readonly guard: Guard;
}

/** A busy machine can make any pattern late once: only one that is late twice, all by itself, is at fault. */
function answersAlone({ matcher, pattern, probe, guard }: Alone): boolean {
  const ask = (): void => matcher.askAlone(pattern, probe);
  return guard(ask).kind === 'finished' || guard(ask).kind === 'finished';
}
