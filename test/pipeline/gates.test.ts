import { expect, test } from 'vitest';
import type { Filter } from '../../src/model/filter/filter.ts';
import { parseFilter } from '../../src/model/filter/parse-filter.ts';
import { analysesOf, gateFields, judgeGate } from '../../src/pipeline/gates.ts';
import { makeReport } from '../../src/pipeline/make-report.ts';
import { aHit, aLibrary, aLibraryFile, daysAgo, now } from '../support/libraries.ts';

const question = { names: null, now, since: daysAgo(7), isNarrowed: false };
const report = makeReport(
  aLibrary({ files: [aLibraryFile({ formats: [aHit(1, -5)], sizeBytes: 3_000_000_000 })] }),
  question,
);

function gate(text: string): Filter {
  const parsed = parseFilter(text, gateFields);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.filter;
}

test.each([
  ['below-minimum > 0', true],
  ['below-minimum > 1', false],
  ['below-minimum > 0 and files > 1', false],
  ['below-minimum > 0 and files = 1', true],
  ['size >= 3GB', true],
  ['size > 3GB', false],
  ['health < 42.9', true],
  ['points-moved = 0', true],
])('%s is broken: %s', (text, isBroken) => {
  expect(judgeGate(gate(text), report).isBroken).toBe(isBroken);
});

test('a figure that cannot be told breaks nothing, and is told with the others', () => {
  const blind = makeReport(aLibrary(), question);
  const { isBroken, figures } = judgeGate(gate('health != 5 and files = 0'), blind);
  expect(isBroken).toBe(false);
  expect(figures.map(({ name, value }) => [name, value])).toEqual([
    ['health', null],
    ['files', 0],
  ]);
});

test('a gate names the analyses it needs', () => {
  expect(analysesOf([gate('health < 60 and loops > 0'), gate('rules-high > 0')]).toSorted()).toEqual([
    'health',
    'loops',
    'rule-lint',
  ]);
});

test('a figure that the report does not have breaks nothing, whatever is asked of it', () => {
  const { isBroken, figures } = judgeGate(gate('health != 5'), { ...report, sections: [] });
  expect({ isBroken, figures }).toEqual({ isBroken: false, figures: [] });
});
