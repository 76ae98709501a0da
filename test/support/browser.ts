import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { z } from 'zod';

/** Where pictures of the pages go; never committed. */
const shots = 'test-artefacts/dashboard';

/** How big a window is. */
export const screens = {
  small: { width: 320, height: 640 },
  phone: { width: 360, height: 740 },
  tablet: { width: 768, height: 1024 },
  desktop: { width: 1440, height: 900 },
  wide: { width: 3840, height: 2160 },
} as const;

/** A page that is open, with everything that must not happen. */
export interface OpenPage extends AsyncDisposable {
  readonly page: Page;
  /** Requests that left the file: none may. */
  readonly requests: readonly string[];
  /** Errors of the page and of its policy: none may come. */
  readonly errors: readonly string[];
  readonly go: (hash: string) => Promise<void>;
  readonly shoot: (name: string) => Promise<void>;
}

/** How a page is looked at. */
export interface Look {
  readonly screen?: keyof typeof screens;
  readonly theme?: 'light' | 'dark';
  /** When it is; default: the day of the data. */
  readonly now?: string;
}

/** Opens a dashboard from the disk, at a fixed time. */
export async function openPage(browser: Browser, path: string, look: Look = {}): Promise<OpenPage> {
  const { screen = 'desktop', theme = 'light', now = '2026-11-22T12:30:00Z' } = look;
  const isPhone = screen === 'phone' || screen === 'small';
  const context = await browser.newContext({
    viewport: screens[screen],
    colorScheme: theme,
    locale: 'en-GB',
    timezoneId: 'UTC',
    isMobile: isPhone,
    hasTouch: isPhone,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(now));
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) requests.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('dialog', (dialog) => {
    errors.push(`a dialog opened: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const url = pathToFileURL(resolve(path)).href;
  const go = async (hash: string): Promise<void> => {
    await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
    await page.waitForTimeout(50);
  };
  await page.goto(`${url}#overview`);
  await page.waitForSelector('.app h1', { timeout: 60_000 });
  return {
    ...{ page, requests, errors, go },
    shoot: async (name) => {
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
    },
    [Symbol.asyncDispose]: () => context.close(),
  };
}

/** Whether the page, and not only a table in it, is wider than the window. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return z.boolean().parse(await page.evaluate('document.documentElement.scrollWidth > innerWidth'));
}

/** What axe finds wrong, in one line each. @param where a selector */
export async function violations(page: Page, where = 'html'): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found =
    await page.evaluate(`axe.run(document.querySelector('${where}'), { resultTypes: ['violations'] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => id + ': ' + target + ' ' + failureSummary)))`);
  return z.array(z.string()).parse(found);
}

/** Waits until the explorer counts so many files. */
export async function countsFiles(page: Page, files: number): Promise<void> {
  const text = JSON.stringify(files.toLocaleString('en-GB'));
  await until(page, `document.querySelector('.tbar b')?.textContent === ${text}`);
}

/** Waits until an expression holds in the page: asked from outside, because its policy forbids to evaluate inside. */
export async function until(page: Page, expression: string): Promise<void> {
  await expect.poll(() => page.evaluate(expression), { timeout: 30_000 }).toBe(true);
}
