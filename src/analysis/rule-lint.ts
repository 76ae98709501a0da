import { agree, count, counted } from '../lib/count.ts';
import type { MetricBlock, TableBlock } from '../model/block.ts';
import type { Severity } from '../model/cell.ts';
import type { Analysis } from './analysis.ts';
import { column, metric, minor, row, table } from './shared/blocks.ts';
import type { RuleProblem } from './shared/rule-problem.ts';
import { findRuleProblems } from './shared/rule-problems.ts';
import { countOf } from './shared/sums.ts';

/** What is wrong with profiles and formats: one edit there moves more files than any download. */
export const ruleLint: Analysis = {
  name: 'rule-lint',
  title: 'Rules to mend',
  subtitle: 'One edit here moves more files than any download',
  page: 'act',
  place: 0,
  run: (index) => {
    const problems = findRuleProblems(index);
    const grave = countOf(problems, isHigh);
    return {
      count: problems.length,
      headline: `The rules have ${counted(problems.length, 'finding')}; ${count(grave)} ${agree(grave, 'is', 'are')} grave.`,
      caveats: [],
      findings: problems,
      blocks: [...figures(problems), problemTable(problems)],
    };
  },
};

function isHigh({ severity }: RuleProblem): boolean {
  return severity === 'high';
}

const levels: readonly (readonly [Severity, MetricBlock['tone']])[] = [
  ['high', 'bad'],
  ['medium', 'warning'],
  ['low', 'neutral'],
];

function figures(problems: readonly RuleProblem[]): readonly MetricBlock[] {
  return levels.map(([severity, tone]) => {
    const value = countOf(problems, (problem) => problem.severity === severity);
    return metric({
      name: `rules-${severity}`,
      title: `Findings, ${severity}`,
      value,
      unit: 'count',
      tone: value === 0 ? 'neutral' : tone,
    });
  });
}

function problemTable(problems: readonly RuleProblem[]): TableBlock {
  return table({
    name: 'rules',
    title: 'Rules to mend',
    subtitle: 'The gravest first, then what concerns most files',
    columns: [
      column('severity', 'Severity', 'severity'),
      column('finding', 'Finding', 'text'),
      column('place', 'Place', 'text'),
      minor(column('files', 'Files', 'count')),
      minor(column('why', 'Why', 'text')),
      column('mend', 'Mend', 'text'),
    ],
    rows: problems.map(({ severity, title, place, count, why, mend, files }) =>
      row([severity, title, place, count, why, mend], files),
    ),
    empty: 'Nothing is wrong with the rules',
  });
}
