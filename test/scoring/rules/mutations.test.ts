import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { decisionCases } from './decision-cases.ts';
import { matchingCases } from './matching-cases.ts';
import { mutations } from './mutations.ts';

const Outcomes = z.array(z.object({ places: z.number(), red: z.array(z.string()) }));
const { stdout } = await promisify(execFile)(process.execPath, ['test/scoring/rules/break-rules.ts']);
const outcomes = Outcomes.parse(JSON.parse(stdout));

test('rules have names of their own, and every mutation was tried', () => {
  const rules = [...matchingCases, ...decisionCases].map(({ rule }) => rule);
  expect(new Set(rules).size).toBe(rules.length);
  expect(outcomes.length).toBe(mutations.length);
});

test.each(mutations.map((mutation, at) => ({ ...mutation, outcome: outcomes[at] })))(
  'broken in $file, "$rule" turns red',
  ({ rule, outcome }) => {
    expect(outcome?.places).toBe(1);
    expect(outcome?.red).toContain(rule);
  },
);
