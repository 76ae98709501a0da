import type { Guard } from '../pattern/guard.ts';
import type { FormatInput } from './format-input.ts';
import type { FormatMatcher, FormatMatches } from './format-matcher.ts';

/**
 * The formats of many inputs, under a guard. A pattern that runs over the time limit on one input is given up, for
 * this input and all later ones; whatever hangs on it is then unknown, and the others still answer.
 */
export function matchAll(
  matcher: FormatMatcher,
  inputs: readonly FormatInput[],
  guard: Guard,
): readonly FormatMatches[] {
  const answers: FormatMatches[] = [];
  const answer = (some: readonly FormatInput[]): void => {
    for (const input of some) answers.push(matcher.match(input));
  };
  while (guard(() => answer(inputs.slice(answers.length))).kind === 'overrun') {
    // A whole batch may be over the limit without any pattern at fault: only one input alone is a proof.
    const next = inputs.slice(answers.length, answers.length + 1);
    if (guard(() => answer(next)).kind === 'overrun') giveUpCulprit(matcher);
  }
  return answers;
}

function giveUpCulprit(matcher: FormatMatcher): void {
  const pattern = matcher.asked();
  if (pattern === null) throw new Error('a time limit ran out before any pattern was asked');
  matcher.giveUp(pattern);
}
