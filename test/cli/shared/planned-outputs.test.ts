import { expect, test } from 'vitest';
import { type AskedOutput, planOutputs } from '../../../src/cli/shared/planned-outputs.ts';
import type { OutputConfig } from '../../../src/config/config.ts';

const nothing: AskedOutput = {
  format: null,
  folder: null,
  name: null,
  latest: false,
  keep: null,
  redact: false,
  full: false,
};

const page: OutputConfig = {
  output: 'page',
  format: 'dashboard, csv',
  name: 'films-{date}',
  folder: '/srv/www',
  latest: true,
  keep: 14,
  redact: false,
  full: true,
};

test('without a word of anybody there is one output', () => {
  expect(planOutputs([], nothing)).toMatchObject([
    { formats: ['dashboard', 'csv'], folder: '.', template: 'arr-score-{date}', keep: null },
  ]);
});

test('a flag stands in for the same key of every output, and for no other', () => {
  const data = { ...page, output: 'data', format: 'json', folder: null, keep: null };
  expect(planOutputs([page, data], { ...nothing, keep: 3, redact: true })).toMatchObject([
    { formats: ['dashboard', 'csv'], folder: '/srv/www', keep: 3, redact: true, full: true, latest: true },
    { formats: ['json'], folder: '.', keep: 3, redact: true },
  ]);
});

test.each([
  [[page, { ...page, output: 'other', format: 'csv' }], nothing, 'outputs "page" and "other" would write'],
  [[page, { ...page, output: 'other', name: 'x' }], nothing, 'the same file or link'],
  [[page, { ...page, output: 'other', folder: '/srv/other' }], { ...nothing, folder: 'a' }, 'the same file'],
  [[{ ...page, format: 'pdf' }], nothing, 'there is no format "pdf"'],
])('what would be lost or is unknown is refused (%#)', (outputs, asked, message) => {
  expect(() => planOutputs(outputs, asked)).toThrow(message);
});
