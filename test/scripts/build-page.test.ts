import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildPage } from '../../scripts/page/build-page.ts';
import { packPage } from '../../scripts/page/pack-page.ts';
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

test('only the program, what unpacks it and the style may run, and nothing may be asked of a network', () => {
  const html = '<meta charset="utf-8"><script type="module">unpack()</script><style>b{}</style>';
  const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = /content="(default-src[^"]*)"/.exec(securePage({ html, program: 'a()' }, 'mark'))?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src ${hashOf('unpack()')} ${hashOf('a()')};`);
  expect(policy).toContain(`style-src ${hashOf('b{}')};`);
  expect(policy).not.toMatch(/unsafe|https?:|connect-src/);
});

test('the program lies in the page compressed, and comes out as it was built', () => {
  const { html, program } = packPage('<p>$&</p><script type="module" crossorigin>say("$1")</script>');
  expect(program).toBe('say("$1")');
  expect(html).not.toContain('say(');
  expect(html).toContain('<p>$&</p>');
  const packed = /id="program">([^<]*)</.exec(html)?.[1] ?? '';
  expect(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8')).toBe(program);
  expect(() => packPage('<p></p>')).toThrow('has no script');
});
