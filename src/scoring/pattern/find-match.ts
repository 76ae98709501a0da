import type { Pattern, PatternMatch } from './pattern.ts';
import { plainForm, type Subject } from './subject.ts';

/**
 * Whether the pattern matches anywhere in the subject, as .NET's `Regex.IsMatch` says.
 *
 * May take as long as .NET would, which for some patterns is for ever: call it under a guard.
 */
export function isMatch(pattern: Pattern, subject: Subject): boolean {
  const plain = pattern.fast === null ? null : plainForm(subject, pattern);
  if (pattern.fast !== null && plain !== null) return pattern.fast.test(plain);
  return pattern.exact()(subject.text) !== null;
}

/** The leftmost match, as .NET's `Regex.Match` finds it; null when there is none. Call it under a guard. */
export function findMatch(pattern: Pattern, subject: Subject): PatternMatch | null {
  const plain = pattern.fast === null ? null : plainForm(subject, pattern);
  if (pattern.fast !== null && plain !== null) {
    const found = pattern.fast.exec(plain);
    return found === null ? null : { index: found.index, length: found[0].length };
  }
  const found = pattern.exact()(subject.text);
  return found === null ? null : { index: found.start, length: found.end - found.start };
}
