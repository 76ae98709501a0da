import type { Library } from '../../src/model/library.ts';
import { makeReport } from '../../src/pipeline/make-report.ts';

/** Milliseconds that all analyses together take on a library, once. */
export function measureAnalyses(library: Library): number {
  const now = library.takenAt ?? new Date(0);
  const since = new Date(now.getTime() - 7 * 86_400_000);
  const begun = performance.now();
  const { sections } = makeReport(library, { names: null, now, since, isNarrowed: false });
  const ms = performance.now() - begun;
  if (sections.some(({ blocks }) => blocks.length === 0)) throw new Error('an analysis says nothing');
  return ms;
}
