import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPage } from '../../../scripts/page/build-page.ts';
import type { Library } from '../../../src/model/library.ts';
import { pages } from '../../../src/model/report.ts';
import {
  countsFiles,
  type Look,
  openPage,
  scrollsSideways,
  until,
  violations,
} from '../../support/browser.ts';
import { aHostileReport } from '../../support/hostile-report.ts';
import { hasRecordings } from '../../support/recordings.ts';
import { anAnalysedReport, aReadLibrary, aReport, recordedSet, someEvents } from '../../support/report.ts';
import { startBrowser } from '../../support/start-browser.ts';
import { writePage } from '../../support/write-page.ts';

const browser = await startBrowser();
const folder = mkdtempSync(join(tmpdir(), 'arr-score-page-'));
const path = join(folder, 'page.html');
const hostile = join(folder, 'hostile.html');
let library: Library;

beforeAll(async () => {
  await buildPage(process.cwd());
  const read = await aReadLibrary(hasRecordings ? recordedSet('own-dev') : undefined);
  const instances = read.instances.map((one) => ({
    ...one,
    externalUrl: `https://${one.instance.service}.example`,
  }));
  library = { ...read, instances, events: someEvents(read) };
  await writePage(path, anAnalysedReport(library));
  await writePage(hostile, aHostileReport());
}, 300_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

function started(): Browser {
  if (browser === null) throw new Error('no browser');
  return browser;
}

const byNumber = (a: number, b: number): number => a - b;

const minutes = { timeout: 180_000 };

describe.skipIf(browser === null)('in a browser (skipped where none starts):', () => {
  const looks: readonly Required<Pick<Look, 'screen' | 'theme'>>[] = [
    { screen: 'desktop', theme: 'light' },
    { screen: 'desktop', theme: 'dark' },
    { screen: 'tablet', theme: 'dark' },
    { screen: 'phone', theme: 'light' },
  ];

  test.each(looks)(
    'every page on a $screen, $theme: no violation, no request, no sideways scroll',
    minutes,
    async (look) => {
      await using open = await openPage(started(), path, look);
      const { page } = open;
      for (const name of pages) {
        await open.go(`#${name}`);
        await page.waitForSelector(`.page-${name} h1`);
        const found = await violations(page);
        expect([name, ...found.slice(0, 3)]).toEqual([name]);
        expect([name, await scrollsSideways(page)]).toEqual([name, false]);
        await open.shoot(`${name}-${look.screen}-${look.theme}`);
      }
      expect(open.requests).toEqual([]);
      expect(open.errors).toEqual([]);
    },
  );

  test.each(['small', 'wide'] as const)(
    'no page scrolls sideways on a %s screen',
    minutes,
    async (screen) => {
      await using open = await openPage(started(), path, { screen });
      for (const name of pages) {
        await open.go(`#${name}`);
        expect([name, await scrollsSideways(open.page)]).toEqual([name, false]);
        await open.shoot(`${name}-${screen}`);
      }
    },
  );

  test('files have room for their titles on every screen', minutes, async () => {
    for (const screen of ['tablet', 'desktop', 'wide'] as const) {
      await using open = await openPage(started(), path, { screen });
      await open.go('#files');
      const title = open.page.locator('table.files tbody td.m-main').first();
      const frame = await open.page.locator('.tw.scroll').boundingBox();
      const row = await open.page.locator('table.files tbody tr:not(.spacer)').first().boundingBox();
      expect((await title.boundingBox())?.width).toBeGreaterThan(200);
      expect(row?.width).toBeGreaterThan((frame?.width ?? 0) - 30);
    }
  });

  test('counts and sums are the library’s', minutes, async () => {
    await using open = await openPage(started(), path);
    const rows = await open.page.locator('.legend tbody tr td.n:nth-of-type(2)').allTextContents();
    const sum = rows.reduce((total, text) => total + Number(text.replaceAll(/\D/g, '')), 0);
    expect(sum).toBe(library.files.length);
    await open.go('#files');
    expect(await open.page.locator('.tbar b').textContent()).toBe(
      library.files.length.toLocaleString('en-GB'),
    );
    await open.go('#about');
    const equal = await open.page.locator('.lede b').textContent();
    const all = library.files.length.toLocaleString('en-GB');
    expect(equal).toBe(`${all} of ${all}`);
  });

  test(
    'typing, sorting and filtering narrow the files, and the download is what is shown',
    minutes,
    async () => {
      await using open = await openPage(started(), path);
      const { page } = open;
      await open.go('#files');
      await page.getByRole('button', { name: 'Score', exact: true }).click();
      const scores = await page.locator('.files tbody td.m-key').allTextContents();
      const numbers = scores.map((text) => Number(text.replace('−', '-').replaceAll(',', '')));
      expect(numbers).toEqual(numbers.toSorted(byNumber));
      const profile = library.files.find((file) => file.profile.upgradeAllowed)?.profile.name ?? '';
      await page.locator('.fbtns summary', { hasText: 'Profile' }).click();
      await page.locator('.opt', { hasText: profile }).first().click();
      const wanted = library.files.filter((file) => file.profile.name === profile);
      await countsFiles(page, wanted.length);
      await page.keyboard.press('Escape');
      const title = wanted[0]?.item.title ?? '';
      await page.locator('.search input').fill(title.toUpperCase());
      const matching = wanted.filter(({ item, path: at }) =>
        `${item.title}\n${at}`.toLowerCase().includes(title.toLowerCase()),
      );
      await countsFiles(page, matching.length);
      await page.locator('.pick summary', { hasText: 'Export' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'CSV', exact: true }).click(),
      ]);
      const csv = Papa.parse<Record<string, string>>(readFileSync(await download.path(), 'utf8').trimEnd(), {
        header: true,
      }).data;
      expect(csv.map(({ file_id: id }) => Number(id)).toSorted(byNumber)).toEqual(
        matching.map(({ fileId }) => fileId).toSorted(byNumber),
      );
      const sorted = csv.map(({ score }) => Number(score));
      expect(sorted).toEqual(sorted.toSorted(byNumber));
      expect(decodeURIComponent(new URL(page.url()).hash.replaceAll('+', ' '))).toContain(profile);
      await page.reload();
      await page.waitForSelector('.tbar b');
      expect(await page.locator('.tbar b').textContent()).toBe(matching.length.toLocaleString('en-GB'));
    },
  );

  test('the brush and the fields always say the same', minutes, async () => {
    await using open = await openPage(started(), path);
    const { page } = open;
    const profile = library.files.find((file) => file.profile.upgradeAllowed)?.profile.name ?? '';
    await open.go(`#files?filter=${encodeURIComponent(`profile = "${profile}"`)}`);
    const low = page.getByRole('slider', { name: 'Lowest score shown' });
    await low.focus();
    for (const key of ['ArrowRight', 'PageUp', 'ArrowRight']) await page.keyboard.press(key);
    const now = Number(await low.getAttribute('aria-valuenow'));
    const field = await page.getByLabel('Lowest score', { exact: true }).inputValue();
    expect(Number(field.replace('−', '-').replaceAll(',', ''))).toBe(now);
    const inside = library.files.filter((file) => file.profile.name === profile && file.score >= now).length;
    expect(await page.locator('.tbar b').textContent()).toBe(inside.toLocaleString('en-GB'));
    const box = await page.locator('.brush').boundingBox();
    if (box === null) throw new Error('no brush');
    await page.mouse.move(box.x + box.width * 0.5, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + 20, { steps: 4 });
    await page.mouse.up();
    await page.waitForTimeout(100);
    expect(new URL(page.url()).hash).toMatch(/score\+%3E%3D\+.*score\+%3C%3D/);
    await open.shoot('brushed');
  });

  test(
    'a card tells the points, the evidence and the way, steps through the list and gives the focus back',
    minutes,
    async () => {
      await using open = await openPage(started(), path);
      const { page } = open;
      await open.go('#files?sort=-score');
      await page.locator('.files tbody tr:not(.spacer) a.tt').first().click();
      const card = page.getByRole('dialog');
      await card.waitFor();
      await page.waitForSelector('.contrib .ev code, .contrib .ev small:not(:empty)');
      const best = library.files.toSorted((a, b) => b.score - a.score)[0];
      const figure = (await card.locator('.cs strong').textContent()) ?? '';
      expect(Number(figure.replaceAll(',', ''))).toBe(best?.score);
      expect(await card.locator('mark').count()).toBeGreaterThan(0);
      expect(await card.locator('.path li').count()).toBeGreaterThan(2);
      const link = await card.getByRole('link', { name: /^Open in/ }).getAttribute('href');
      expect(link).toMatch(/^https:\/\/(radarr\.example\/movie\/\d+|sonarr\.example\/series\/.+)$/);
      const found = await violations(page, 'dialog');
      expect(found).toEqual([]);
      await open.shoot('card');
      const before = await card.locator('h2').textContent();
      await card.getByRole('button', { name: 'Next file' }).click();
      await until(page, `document.querySelector('#card-t')?.textContent !== ${JSON.stringify(before)}`);
      await page.keyboard.press('Escape');
      await card.waitFor({ state: 'detached' });
      expect(await page.evaluate(`document.activeElement.classList.contains('tt')`)).toBe(true);
      expect(open.errors).toEqual([]);
    },
  );

  test('another score moves the files at once, and is copied for simulate', minutes, async () => {
    await using open = await openPage(started(), path);
    const { page } = open;
    await open.go('#profiles');
    const cutoff = page.getByLabel('Cutoff, exact');
    const name = await page.getByLabel('Profile to try').inputValue();
    await cutoff.fill('-99999');
    await cutoff.press('Enter');
    await page.waitForSelector('.wsum b');
    const now = library.files.filter((file) => file.profile.name === name);
    const states = await page.locator('.wst tbody tr').allTextContents();
    const total = (await page.locator('.wst tbody tr td:nth-of-type(2)').allTextContents()).reduce(
      (sum, text) => sum + Number(text.replaceAll(',', '')),
      0,
    );
    expect(states).toHaveLength(5);
    expect(total).toBe(now.length);
    await open.shoot('what-if');
    await page
      .context()
      .grantPermissions(['clipboard-read', 'clipboard-write'])
      .catch(() => undefined);
    await page.getByRole('button', { name: 'Reset' }).click();
    expect((await page.locator('.wsum b').allTextContents()).every((text) => text === '0')).toBe(true);
  });

  test('hostile titles stay text', minutes, async () => {
    await using open = await openPage(started(), hostile);
    const { page } = open;
    for (const name of pages) {
      await open.go(`#${name}`);
      expect(await page.locator('main img, main script, main iframe').count()).toBe(0);
      expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0);
    }
    await open.go('#files');
    for (const row of await page.locator('.files tbody tr:not(.spacer) a.tt').all()) {
      await row.click();
      await page.getByRole('dialog').waitFor();
      const href = await page
        .getByRole('link', { name: /^Open in/ })
        .first()
        .getAttribute('href', { timeout: 500 })
        .catch(() => null);
      expect(href === null || href.startsWith('https://films.example/radarr/movie/')).toBe(true);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    expect(await scrollsSideways(page)).toBe(false);
    await open.shoot('hostile');
    expect(open.errors).toEqual([]);
    expect(open.requests).toEqual([]);
  });

  test('empty, failed, stale and damaged are four different things', minutes, async () => {
    const bare = { ...aHostileReport().library, files: [], changes: [] };
    const failure = { kind: 'unauthorised', url: 'http://radarr.example' } as const;
    const empty = join(folder, 'empty.html');
    const failed = join(folder, 'failed.html');
    const broken = join(folder, 'broken.html');
    await writePage(empty, aReport(bare));
    await writePage(
      failed,
      aReport({ ...bare, instances: bare.instances.map((one) => ({ ...one, failure })) }),
    );
    await writePage(broken, aReport(bare));
    const damaged = readFileSync(broken, 'utf8').replace(/(id="data">.{40})[^<]*/, '$1');
    writeFileSync(broken, damaged);
    const texts: string[] = [];
    for (const file of [empty, failed]) {
      await using open = await openPage(started(), file);
      texts.push((await open.page.locator('main').textContent()) ?? '');
      await open.shoot(file === empty ? 'empty' : 'failed');
      expect(open.errors).toEqual([]);
    }
    expect(texts[0]).toContain('answered and hold no files');
    expect(texts[1]).toContain('refused the API key');
    expect(texts[1]).toContain('This is not an empty library');
    await using stale = await openPage(started(), path, { now: '2027-02-09T18:00:00Z' });
    expect(await stale.page.locator('.n-stale').textContent()).toContain('79 days old');
    expect(await stale.page.locator('.lede').first().textContent()).toContain('had met');
    const page = await started().newPage();
    await page.goto(`file://${broken}`);
    await page.waitForSelector('.blank.bad');
    expect(await page.locator('main').textContent()).toContain('damaged');
    await page.close();
  });

  test('charts are read by keyboard, as a table, and saved as a picture', minutes, async () => {
    await using open = await openPage(started(), hostile);
    const { page } = open;
    await open.go('#trends');
    const chart = page.locator('.chart').first();
    await chart.focus();
    await page.keyboard.press('ArrowRight');
    expect((await chart.locator('[aria-live]').textContent())?.length).toBeGreaterThan(0);
    const figure = page.locator('figure').first();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('button', { name: /as PNG$/ }).click(),
    ]);
    const png = readFileSync(await download.path());
    expect([...png.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1800, 840]);
    await figure.getByRole('button', { name: /as a table$/ }).click();
    expect(await figure.locator('table tbody tr').count()).toBeGreaterThan(1);
  });

  test('how far back lines go is chosen by keyboard and stands in the address', minutes, async () => {
    await using open = await openPage(started(), hostile);
    const { page } = open;
    await open.go('#trends');
    // The address follows the press of a key: on a busy machine a moment later.
    const hash = (): string => new URL(page.url()).hash;
    const choice = (name: string) =>
      page.getByRole('group', { name: 'Period' }).getByRole('button', { name });
    await choice('90 days').focus();
    await page.keyboard.press('Enter');
    expect(await choice('90 days').getAttribute('aria-pressed')).toBe('true');
    await expect.poll(hash).toBe('#trends?part=90d');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect.poll(hash).toBe('#trends?part=1y');
    await choice('All').click();
    await expect.poll(hash).toBe('#trends');
    expect(await violations(page)).toEqual([]);
  });

  test('a printed page is light, without rail and buttons', minutes, async () => {
    await using open = await openPage(started(), path, { theme: 'dark' });
    const { page } = open;
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.rail-nav').isVisible()).toBe(false);
    expect(await page.locator('.top').isVisible()).toBe(false);
    const color = await page.evaluate(`getComputedStyle(document.querySelector('.panel')).backgroundColor`);
    expect(color).toBe('rgb(255, 255, 255)');
    await open.shoot('print');
  });
});
