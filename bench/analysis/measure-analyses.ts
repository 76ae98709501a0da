import { memoryUsage } from 'node:process';
import type { Library } from '../../src/model/library.ts';
import { makeReport } from '../../src/pipeline/make-report.ts';

/** What all analyses together take. */
export interface AnalysesCost {
  readonly ms: number;
  /** Highest memory of the heap while they run and their report is held, less what the library takes. */
  readonly heapBytes: number;
  /** So that nothing is optimised away. */
  readonly blocks: number;
}

/** All analyses on a library, once. */
export function measureAnalyses(library: Library): AnalysesCost {
  const now = library.takenAt ?? new Date(0);
  const heapBefore = memoryUsage().heapUsed;
  const begun = performance.now();
  const report = makeReport(library, {
    names: null,
    now,
    since: new Date(now.getTime() - 7 * 86_400_000),
    isNarrowed: false,
  });
  const ms = performance.now() - begun;
  const blocks = report.sections.reduce((sum, section) => sum + section.blocks.length, 0);
  return { ms, heapBytes: memoryUsage().heapUsed - heapBefore, blocks };
}
