import { agree, count, counted } from '../../lib/count.ts';
import type { MetricBlock } from '../../model/block.ts';
import type { CutoffLabel } from '../../model/cutoff-state.ts';
import type { Condition } from '../../model/filter/filter.ts';
import type { Analysis } from '../analysis.ts';
import { metric } from '../shared/blocks.ts';
import { behind, is } from '../shared/conditions.ts';
import { type Candidate, findCandidates } from './candidate.ts';
import { candidateTable } from './candidate-table.ts';
import { leftOutTable } from './left-out.ts';

/** Every file the servers would still upgrade, in the order in which it helps. */
export const upgradeCandidates: Analysis = {
  name: 'upgrade-candidates',
  title: 'Upgrade candidates',
  subtitle: 'Every file the servers would still upgrade, what it takes, and what it could bring',
  page: 'act',
  place: 1,
  run: (index) => {
    const candidates = findCandidates(index);
    const monitored = candidates.filter(({ isMonitored }) => isMonitored);
    return {
      count: candidates.length,
      headline: `${counted(candidates.length, 'file')} can be upgraded; ${count(monitored.length)} ${agree(monitored.length, 'is', 'are')} monitored.`,
      caveats: [],
      findings: [],
      blocks: [
        figure(['candidates', 'Upgrade candidates'], candidates, []),
        figure(['candidates-monitored', 'Monitored candidates'], monitored, [is('monitored', 'yes')]),
        ...kinds.map(([name, title, label]) => {
          const own = candidates.filter(({ indexed }) => indexed.label === label);
          return figure([name, title], own, [is('state', label)]);
        }),
        candidateTable(index, candidates),
        leftOutTable(index),
      ],
    };
  },
};

const kinds: readonly (readonly [name: string, title: string, label: CutoffLabel])[] = [
  ['candidates-below-minimum', 'Below minimum', 'below minimum'],
  ['candidates-quality-open', 'Quality open', 'quality open'],
  ['candidates-format-open', 'Format open', 'format open'],
];

function figure(
  [name, title]: readonly [string, string],
  candidates: readonly Candidate[],
  where: readonly Condition[],
): MetricBlock {
  const files = behind([is('upgradable', 'yes'), ...where], candidates.length);
  return metric({ name, title, value: candidates.length, unit: 'count', files });
}
