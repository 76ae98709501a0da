import type { Page } from 'playwright-core';
import type { Benchmark } from '../benchmark.ts';
import { atRest, measurePage } from './with-page.ts';

/** What an open page keeps. */
export const pageMemory: Benchmark = {
  name: 'page-memory',
  what: 'that dashboard: memory in the page, its files listed and sorted',
  unit: 'MB',
  mustReach: 250,
  aim: null,
  measure: (say) =>
    measurePage(
      {
        unit: 'MB',
        hash: '#files?sort=title,-score',
        of: heldMegabytes,
        detail: 'after a garbage collection: heap, elements and buffers',
      },
      say,
    ),
};

async function heldMegabytes(page: Page): Promise<number> {
  await atRest(page, '0');
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
}
