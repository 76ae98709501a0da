import { expect } from 'vitest';
import type { Block } from '../../src/model/block.ts';
import type { FilesBehind } from '../../src/model/files-behind.ts';
import { filterMatcher } from '../../src/model/filter/filter-matcher.ts';
import { parseFilter } from '../../src/model/filter/parse-filter.ts';
import type { Report } from '../../src/model/report.ts';
import { libraryFields } from '../../src/pipeline/library-fields.ts';

/** Every block of every section. */
export function blocksOf({ sections }: Report): readonly Block[] {
  return sections.flatMap(({ blocks }) => blocks);
}

/** Every figure that leads to files: of metrics, rows, bars and findings. */
export function figuresOf(report: Report): readonly FilesBehind[] {
  const behind = blocksOf(report).flatMap((block) => {
    if (block.kind === 'metric') return [block.files];
    if (block.kind === 'table') return [...block.rows].map(({ files }) => files);
    return block.kind === 'bars' ? block.bars.map(({ files }) => files) : [];
  });
  const findings = report.sections.flatMap((section) => section.findings.map(({ files }) => files));
  return [...behind, ...findings].filter((files) => files !== null);
}

/** Each filter finds as many files of the library as its figure says. */
export function expectFiguresToBeFound(report: Report): void {
  const wrong = figuresOf(report).filter((figure) => found(figure, report) !== figure.count);
  expect(wrong).toEqual([]);
}

function found({ filter }: FilesBehind, { library, generatedAt }: Report): number {
  const parsed = parseFilter(filter, libraryFields);
  if (!parsed.ok) throw new Error(`${filter}: ${parsed.problem.message}`);
  return library.files.filter(filterMatcher(parsed.filter, libraryFields, generatedAt)).length;
}
