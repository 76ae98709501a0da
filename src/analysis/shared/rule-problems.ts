import type { Severity } from '../../model/cell.ts';
import { groupsBy } from './groups-by.ts';
import type { LibraryIndex } from './library-index.ts';
import { lintFormats } from './lint-formats.ts';
import { lintProfile } from './lint-profiles.ts';
import { lintTwins } from './lint-twins.ts';
import type { RuleProblem } from './rule-problem.ts';

const weights: Readonly<Record<Severity, number>> = { high: 0, medium: 1, low: 2 };
const known = new WeakMap<LibraryIndex, readonly RuleProblem[]>();

/** All that is wrong with the rules of every instance: the worst first, then what concerns most files. */
export function findRuleProblems(index: LibraryIndex): readonly RuleProblem[] {
  const found = known.get(index) ?? lint(index);
  known.set(index, found);
  return found;
}

function lint(index: LibraryIndex): readonly RuleProblem[] {
  const instances = groupsBy(index.groups, ({ instanceKey }) => instanceKey);
  const found = [
    ...index.groups.flatMap((group) => lintProfile(group, index)),
    ...instances.flatMap((groups) => [...lintFormats(groups), ...lintTwins(groups)]),
  ];
  return found.toSorted(byWeight);
}

function byWeight(a: RuleProblem, b: RuleProblem): number {
  return (
    weights[a.severity] - weights[b.severity] ||
    (b.count ?? 0) - (a.count ?? 0) ||
    Number(`${a.title} ${a.place}` > `${b.title} ${b.place}`) - 0.5
  );
}
