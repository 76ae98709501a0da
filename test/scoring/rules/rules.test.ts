import { expect, test } from 'vitest';
import { decisionCases } from './decision-cases.ts';
import { loadEngine } from './engine.ts';
import { matchingCases } from './matching-cases.ts';

const engine = await loadEngine('.');

test.each([...matchingCases, ...decisionCases])('$rule', ({ run, expected }) => {
  expect(run(engine)).toEqual(expected);
});
