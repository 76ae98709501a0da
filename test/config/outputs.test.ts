import { join } from 'node:path';
import { expect, test } from 'vitest';
import { showConfig } from '../../src/config/show-config.ts';
import { aConfigFolder, goodFile } from '../support/config-folder.ts';

const file = `${goodFile}outputs:\n  page:\n    folder: www\n    keep: 14\n  data:\n    format: csv,json\n`;
const variables = { ARR_SCORE__OUTPUTS__PAGE__KEEP: '3', ARR_SCORE__OUTPUTS__PAGE__LATEST: 'yes' };

test('outputs take what flag, variable, file and default say, in this order', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': file });
  const { outputs } = await folder.load({ environment: variables, flags: ['outputs.page.keep=2'] });
  const usual = { name: 'arr-score-{date}', redact: false, full: false };
  expect(outputs).toEqual([
    {
      ...usual,
      output: 'page',
      format: 'dashboard,csv',
      folder: join(folder.surroundings.workingFolder, 'www'),
      latest: true,
      keep: 2,
    },
    { ...usual, output: 'data', format: 'csv,json', folder: null, latest: false, keep: null },
  ]);
});

test('an output of which the file says nothing takes what a flag says', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': `${goodFile}outputs: { bare: {} }\n` });
  const { outputs } = await folder.load({ flags: ['outputs.bare.format=json'] });
  expect(outputs).toMatchObject([{ output: 'bare', format: 'json' }]);
});

test('without a word of them there are none, and a file of instances stays as it is', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': goodFile });
  expect((await folder.load()).outputs).toEqual([]);
});

test('config show tells them with where they come from', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': file });
  const { surroundings } = folder;
  const shown = await showConfig({ path: null, environment: variables, surroundings });
  expect(shown).toMatch(/^outputs:\n {2}page:\n/m);
  expect(shown).toMatch(/^ {4}keep: 3 +# ARR_SCORE__OUTPUTS__PAGE__KEEP$/m);
  expect(shown).toMatch(/^ {4}folder: www +# arr-score.yaml:7$/m);
});

test.each([
  ['page: { keeps: 3 }', 'outputs.page.keeps: unknown key. Did you mean "keep"?'],
  ['page: { color: red }', 'outputs.page.color: unknown key. Known are format, name'],
  ['page: { keep: 0 }', 'outputs.page.keep: expected a whole number from 1 to 9999'],
  ['page: { name: a/b }', 'outputs.page.name: expected a name, not a path'],
  ['page: { format: [csv] }', 'outputs.page.format: expected formats, joined by commas, found a list'],
  ['a/b: { keep: 3 }', 'no name for an output'],
])('%s is refused with its place', async (text, message) => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': `${goodFile}outputs:\n  ${text}\n` });
  const told = await folder.told();
  expect(told).toMatch(/^arr-score\.yaml:6:\d+ /);
  expect(told).toContain(message);
});
