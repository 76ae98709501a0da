import type { LibraryIndex } from '../../src/analysis/shared/library-index.ts';
import type { Block, TableBlock } from '../../src/model/block.ts';
import type { Cell } from '../../src/model/cell.ts';
import type { Section } from '../../src/model/report.ts';
import { analyses } from '../../src/pipeline/analyses.ts';

/** What one analysis says of a library. */
export function answerOf(name: string, index: LibraryIndex): Omit<Section, 'subtitle' | 'page'> {
  const analysis = analyses.find((one) => one.name === name);
  if (analysis === undefined) throw new Error(`there is no analysis ${name}`);
  return { name, title: analysis.title, ...analysis.run(index) };
}

/** One of its blocks. */
export function blockOf(name: string, { blocks }: Pick<Section, 'blocks'>): Block {
  const block = blocks.find((one) => one.name === name);
  if (block === undefined) throw new Error(`there is no block ${name}`);
  return block;
}

/** The value of one of its metrics. */
export function figureOf(name: string, section: Pick<Section, 'blocks'>): number | null {
  const block = blockOf(name, section);
  if (block.kind !== 'metric') throw new Error(`${name} is no metric`);
  return block.value;
}

/** The rows of one of its tables, each cell by the key of its column. */
export function rowsOf(
  name: string,
  section: Pick<Section, 'blocks'>,
): readonly Readonly<Record<string, Cell>>[] {
  const block = tableOf(name, section);
  return block.rows.map(({ cells }) =>
    Object.fromEntries(block.columns.map(({ key }, at) => [key, cells[at] ?? null])),
  );
}

/** One column of one of its tables. */
export function columnOf(name: string, key: string, section: Pick<Section, 'blocks'>): readonly Cell[] {
  return rowsOf(name, section).map((row) => row[key] ?? null);
}

/** One of its tables. */
function tableOf(name: string, section: Pick<Section, 'blocks'>): TableBlock {
  const block = blockOf(name, section);
  if (block.kind !== 'table') throw new Error(`${name} is no table`);
  return block;
}
