import type { RuleChange } from '../change.ts';
import { instanceKey } from '../instance.ts';
import { sameFacts } from './attributes.ts';
import { createChangeOf } from './change-of.ts';
import type { Comparison, ComparisonQuestion, SlotPair } from './comparison.ts';
import { ruleDifference } from './rule-difference.ts';
import { split } from './split.ts';
import { createTally } from './tally.ts';

/** Makes two moments of an instance ready to be asked slot by slot; their rules are compared at once. */
export function createComparison(question: ComparisonQuestion): Comparison {
  const { instance, before: then, after: now, stateOf, matches } = question;
  const difference = ruleDifference({ before: then.rules, after: now.rules });
  const changeOf = createChangeOf(question, { difference, matches });
  const tally = createTally(difference, stateOf);
  const canMoveSameFacts = difference.edits.some(({ kind }) => kind === 'scores' || kind === 'threshold');
  const cannotMove = ({ before, after }: SlotPair): boolean =>
    !canMoveSameFacts && before !== null && after !== null && sameFacts(before, after);
  return {
    edits: difference.edits,
    canMoveSameFacts,
    count: (pair, files = 1) => {
      const { before, after } = pair;
      if (before === null || after === null || difference.edits.length === 0 || cannotMove(pair)) return;
      tally.add({ before, after }, split({ before, after }, { difference, matches }), files);
    },
    change: (pair) => (cannotMove(pair) ? null : changeOf(pair)),
    ruleChanges: () =>
      difference.edits.map((edit): RuleChange => {
        const moments = { instanceKey: instanceKey(instance), at: now.at, since: then.at };
        return { ...moments, edit, ...tally.effectOf(edit) };
      }),
  };
}
