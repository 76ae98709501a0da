import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { madeLibrary } from '../../../bench/analysis/made-library.ts';
import { buildPage } from '../../../scripts/page/build-page.ts';
import { type CutoffLabel, cutoffLabel } from '../../../src/model/cutoff-state.ts';
import type { Library } from '../../../src/model/library.ts';
import { cutoffState } from '../../../src/scoring/cutoff-state.ts';
import { countsFiles, openPage } from '../../support/browser.ts';
import { anAnalysedReport } from '../../support/report.ts';
import { startBrowser } from '../../support/start-browser.ts';
import { writePage } from '../../support/write-page.ts';

const browser = await startBrowser();
const folder = mkdtempSync(join(tmpdir(), 'arr-score-large-'));
const path = join(folder, 'page.html');
const size = { files: 100_000, formats: 5, changes: 500, events: 500 };

function started(): Browser {
  if (browser === null) throw new Error('no browser');
  return browser;
}

function numberOf(text: string | null | undefined): number {
  return Number((text ?? '').replace('−', '-').replaceAll(/[^\d-]/g, ''));
}

function labelOf(...of: Parameters<typeof cutoffState>): CutoffLabel {
  return cutoffLabel(cutoffState(...of));
}

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(browser === null)('100,000 files in a browser (skipped where none starts):', () => {
  let library: Library;

  beforeAll(async () => {
    await buildPage(process.cwd());
    library = madeLibrary(size);
    await writePage(path, anAnalysedReport(library));
  }, 300_000);

  test('all are there, filtered, sorted and scored again', { timeout: 300_000 }, async () => {
    await using open = await openPage(started(), path);
    const { page } = open;
    await open.go('#files');
    await countsFiles(page, library.files.length);
    expect(await page.locator('.files tbody tr:not(.spacer)').count()).toBeLessThan(200);

    const filter = 'profile = "Profile 3" and score >= 300';
    await open.go(`#files?filter=${encodeURIComponent(filter)}`);
    const wanted = library.files.filter(({ profile, score }) => profile.name === 'Profile 3' && score >= 300);
    expect(wanted.length).toBeGreaterThan(100);
    await countsFiles(page, wanted.length);
    const scores = wanted.map(({ score }) => score);
    const first = page.locator('.files tbody tr:not(.spacer) td.m-key').first();
    for (const end of [Math.min(...scores), Math.max(...scores)]) {
      await page.getByRole('button', { name: 'Score', exact: true }).click();
      await expect.poll(async () => numberOf(await first.textContent())).toBe(end);
    }

    await open.go('#profiles');
    await page.getByLabel('Profile to try').selectOption('Profile 3');
    const cutoff = page.getByLabel('Cutoff, exact');
    await cutoff.fill('-99999');
    await cutoff.press('Enter');
    const own = library.files.filter(({ profile }) => profile.name === 'Profile 3');
    const crossing = own.filter(({ profile, quality, score }) => {
      const tried = { ...profile, cutoffFormatScore: -99_999 };
      return labelOf(profile, { quality, score }) !== labelOf(tried, { quality, score });
    }).length;
    expect(crossing).toBeGreaterThan(100);
    const figures = page.locator('.wsum b');
    await expect
      .poll(async () => (await figures.allTextContents()).slice(0, 2).map(numberOf))
      .toEqual([0, crossing]);
    const after = await page.locator('.wst tbody tr td:nth-of-type(2)').allTextContents();
    expect(after.reduce((sum, text) => sum + numberOf(text), 0)).toBe(own.length);
    expect(open.errors).toEqual([]);
    expect(open.requests).toEqual([]);
  });
});
