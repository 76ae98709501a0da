import type { Library } from '../../src/model/library.ts';
import { makeReport } from '../../src/pipeline/make-report.ts';

/** As many as the dashboard holds of each table: rows are made when they are asked for. */
const rowsShown = 500;

/** Milliseconds that all analyses together take on a library, once, with the rows that are shown. */
export function measureAnalyses(library: Library): number {
  const now = library.takenAt ?? new Date(0);
  const since = new Date(now.getTime() - 7 * 86_400_000);
  const begun = performance.now();
  const { sections } = makeReport(library, { names: null, now, since, isNarrowed: false });
  const tables = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  const shown = tables.map(({ rows }) => rows.slice(0, rowsShown));
  const ms = performance.now() - begun;
  if (sections.some(({ blocks }) => blocks.length === 0)) throw new Error('an analysis says nothing');
  if (shown.every(({ length }) => length === 0)) throw new Error('no table has a row');
  return ms;
}
