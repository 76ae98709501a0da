import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildPage } from '../../scripts/page/build-page.ts';
import { markOfInputs } from '../../scripts/page/page-inputs.ts';
import { securePage } from '../../scripts/page/secure-page.ts';
import { aFolder } from '../support/folder.ts';

test('the page is of the sources that are there, and is not built twice', { timeout: 120_000 }, async () => {
  await buildPage(process.cwd());
  expect(await buildPage(process.cwd())).toBe(false);
  const page = readFileSync('build/dashboard.html', 'utf8');
  expect(page).toContain(`<meta name="arr-score-inputs" content="${await markOfInputs(process.cwd())}">`);
  expect(page.match(/__ARR_SCORE_DATA__/g)).toHaveLength(1);
  expect(page).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)=/);
});

test('another source is another page', async () => {
  await using folder = await aFolder({
    ...{
      'package-lock.json': '{}',
      'scripts/page/one.ts': '1',
      'src/lib/one.ts': '1',
      'src/model/one.ts': '1',
    },
    ...{ 'src/outputs/dashboard/one.css': '1', 'src/outputs/shared/one.ts': '1', 'src/scoring/one.ts': '1' },
  });
  const marks = [await markOfInputs(folder.path)];
  for (const path of [
    'src/outputs/dashboard/one.css',
    'src/scoring/one.ts',
    'src/outputs/shared/one.ts',
    'package-lock.json',
  ]) {
    await writeFile(join(folder.path, path), '2');
    marks.push(await markOfInputs(folder.path));
  }
  expect(new Set(marks).size).toBe(marks.length);
});

test('only the script and the style that were built may run, and nothing may be asked of a network', () => {
  const html = '<meta charset="utf-8"><script type="module">a()</script><style>b{}</style>';
  const secured = securePage(html, 'mark');
  const policy = /content="(default-src[^"]*)"/.exec(secured)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'sha256-");
  expect(policy).not.toMatch(/unsafe|https?:|connect-src/);
  expect(securePage(html.replace('a()', 'c()'), 'mark')).not.toContain(
    /script-src ('sha256-[^']+')/.exec(policy)?.[1],
  );
});
