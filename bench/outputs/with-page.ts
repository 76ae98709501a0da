import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { buildPage } from '../../scripts/page/build-page.ts';
import { startBrowser } from '../../test/support/start-browser.ts';
import { filledLibrary } from '../analysis/large-library.ts';
import type { Figure, Say, Unit } from '../benchmark.ts';
import { figureOf } from '../shared/figure.ts';
import { runJob } from '../shared/run-job.ts';
import { withFolder } from '../shared/with-folder.ts';

/** Runs measurements on a page of 100,000 files, which lies on the disk. */
export async function withPage<T>(measure: (path: string) => Promise<T>): Promise<T> {
  await takeBuiltPage();
  return withFolder(async (folder) => {
    await runJob('report-output', { format: 'dashboard', isAnalysed: true, folder, size: filledLibrary });
    return measure(join(folder, 'report.html'));
  });
}

/** The page without data, built if it is not, and put where jobs look for it. @returns its path */
export async function takeBuiltPage(): Promise<string> {
  await buildPage(process.cwd());
  const path = '.bench/build/dashboard.html';
  await mkdir('.bench/build', { recursive: true });
  await copyFile('build/dashboard.html', path);
  return path;
}

/** What is measured in an open page. */
export interface PageMeasure {
  readonly unit: Unit;
  /** Where the page is opened: `#files`. */
  readonly hash: string;
  /** What is measured, of a page that was just opened in a browser of its own. */
  readonly of: (page: Page) => Promise<number>;
  readonly detail: string;
}

const runs = 5;

/** The median of five, each in a page that was opened anew; null where no browser starts. */
export async function measurePage({ unit, hash, of, detail }: PageMeasure, say: Say): Promise<Figure | null> {
  return withPage(async (path) => {
    const values: number[] = [];
    for (let run = 1; run <= runs; run += 1) {
      await using browser = await startBrowser();
      if (browser === null) return null;
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
      await page.goto(`${pathToFileURL(path).href}${hash}`);
      while ((await readyAt(page)) === null) await wait(50);
      values.push(await of(page));
      say(`run ${run} of ${runs}: ${values.at(-1)?.toFixed(2)} ${unit}`);
    }
    return figureOf(values, detail);
  });
}

/** When the page was ready, in milliseconds since it was asked for; null until then. */
export async function readyAt(page: Page): Promise<number | null> {
  return page.evaluate(() => performance.getEntriesByName('arr-score-ready')[0]?.startTime ?? null);
}

const restMs = 1_500;

/** Milliseconds that an expression for the page tells, once nothing else goes on there. */
export async function atRest(page: Page, expression: string): Promise<number> {
  await wait(restMs);
  return Number(await page.evaluate(expression));
}
