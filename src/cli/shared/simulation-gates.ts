import type { Unit } from '../../model/block.ts';
import type { Filter } from '../../model/filter/filter.ts';
import { type FilterField, orderedField } from '../../model/filter/filter-field.ts';
import { filterMatcher } from '../../model/filter/filter-matcher.ts';
import { plainNumber } from '../../model/filter/number-kinds.ts';
import type { SimulationCounts } from '../../scoring/simulation/summary.ts';
import type { JudgedGate } from './read-gates.ts';

interface GateFigure {
  readonly name: string;
  /** Of what is said; what a gate compares is a plain number. */
  readonly unit: Unit;
  readonly of: (counts: SimulationCounts) => number;
}

const files = (name: string, of: (counts: SimulationCounts) => number): GateFigure => {
  return { name, unit: 'count', of };
};

/** What a gate of `simulate` can ask. Units: files; `gb` is 10⁹ bytes. */
const figures: readonly GateFigure[] = [
  files('files', (counts) => counts.files),
  files('rises', ({ rises }) => rises),
  files('falls', ({ falls }) => falls),
  files('below-minimum', ({ belowMinimum }) => belowMinimum),
  files('above-minimum', ({ aboveMinimum }) => aboveMinimum),
  files('reaches-cutoff', ({ reachesCutoff }) => reachesCutoff),
  files('leaves-cutoff', ({ leavesCutoff }) => leavesCutoff),
  files('newly-open', ({ newlyOpen }) => newlyOpen),
  files('newly-closed', ({ newlyClosed }) => newlyClosed),
  files('inexact', ({ inexact }) => inexact),
  { name: 'gb', unit: 'ratio', of: ({ newlyOpenBytes }) => newlyOpenBytes / 1e9 },
];

/** The fields of `--fail-on`, in the grammar of filters. */
export const simulationGateFields: readonly FilterField<SimulationCounts>[] = figures.map(({ name, of }) =>
  orderedField(name, plainNumber, of),
);

/** Whether counts break a gate, and what its conditions are about. Nothing in it is an age, so any *now* will do. */
export function judgeCounts(gate: Filter, counts: SimulationCounts): JudgedGate {
  const names = new Set(gate.conditions.map(({ field }) => field));
  return {
    isBroken: filterMatcher(gate, simulationGateFields, new Date(0))(counts),
    figures: figures
      .filter(({ name }) => names.has(name))
      .map(({ name, unit, of }) => ({ name, unit, value: of(counts) })),
  };
}
