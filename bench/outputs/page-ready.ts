import type { Benchmark } from '../benchmark.ts';
import { measurePage, readyAt } from './with-page.ts';

/** How long somebody waits who opens the page. */
export const pageReady: Benchmark = {
  name: 'page-ready',
  what: 'that dashboard in headless Chromium: from opening the file until the first page is painted',
  unit: 's',
  mustReach: 1,
  aim: null,
  measure: (say) =>
    measurePage(
      {
        unit: 's',
        hash: '#overview',
        of: async (page) => ((await readyAt(page)) ?? Number.NaN) / 1000,
        detail: 'a browser of its own each time',
      },
      say,
    ),
};
