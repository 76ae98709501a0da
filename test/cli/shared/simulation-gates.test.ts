import { expect, test } from 'vitest';
import { judgeCounts, simulationGateFields } from '../../../src/cli/shared/simulation-gates.ts';
import { parseFilter } from '../../../src/model/filter/parse-filter.ts';
import type { SimulationCounts } from '../../../src/scoring/simulation/summary.ts';

/** Every count is another number. */
const counts: SimulationCounts = {
  files: 11,
  rises: 12,
  falls: 13,
  same: 14,
  points: 15,
  belowMinimum: 16,
  belowMinimumMonitored: 17,
  aboveMinimum: 18,
  reachesCutoff: 19,
  leavesCutoff: 20,
  newlyOpen: 21,
  newlyClosed: 22,
  newlyOpenBytes: 23_500_000_000,
  reassigned: 24,
  inexact: 25,
};

test.each([
  ['files', 11],
  ['rises', 12],
  ['falls', 13],
  ['below-minimum', 16],
  ['above-minimum', 18],
  ['reaches-cutoff', 19],
  ['leaves-cutoff', 20],
  ['newly-open', 21],
  ['newly-closed', 22],
  ['inexact', 25],
  ['gb', 23.5],
])('the gate %s looks at its own count', (name, value) => {
  const parsed = parseFilter(`${name} = ${value}`, simulationGateFields);
  if (!parsed.ok) throw new Error(`${name} is no gate`);
  expect(judgeCounts(parsed.filter, counts)).toMatchObject({ isBroken: true, figures: [{ name, value }] });
  expect(judgeCounts(parsed.filter, { ...counts, files: 0, falls: 0 }).figures).toHaveLength(1);
});

test('there is no gate besides', () => {
  expect(simulationGateFields).toHaveLength(11);
});
