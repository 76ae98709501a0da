import type { Specification } from '../../model/custom-format.ts';

/** What is certain of a condition before a release is known. */
export type Truth = 'yes' | 'no' | 'either';

/** A claim as a truth. */
export function truthOf(isTrue: boolean): Truth {
  return isTrue ? 'yes' : 'no';
}

/** Whether a group of conditions of one kind can hold, by what is certain of each of them. Source: servarr.md 5.3. */
export function canHold<One extends Specification>(group: readonly One[], raw: (one: One) => Truth): boolean {
  const truths = group.map((one) => ({ one, truth: one.isNegated ? not(raw(one)) : raw(one) }));
  const isBroken = truths.some(({ one, truth }) => one.isRequired && truth === 'no');
  return !isBroken && truths.some(({ truth }) => truth !== 'no');
}

function not(truth: Truth): Truth {
  if (truth === 'either') return 'either';
  return truth === 'yes' ? 'no' : 'yes';
}
