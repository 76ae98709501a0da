import { stat } from 'node:fs/promises';
import type { Benchmark } from '../benchmark.ts';
import { figureOf } from '../shared/figure.ts';
import { withPage } from './with-page.ts';

/** Whether the page can be sent to somebody. */
export const pageFileSize: Benchmark = {
  name: 'page-file-size',
  what: 'dashboard of 100,000 files × 8 formats, 200,000 changes and as many events: size of the file',
  unit: 'MB',
  mustReach: 12,
  aim: 8,
  measure: () =>
    withPage(async (path) =>
      figureOf([(await stat(path)).size / 1e6], 'no chance in it: the same page each time'),
    ),
};
