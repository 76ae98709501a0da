import type { Block } from '../../../../model/block.ts';
import type { Cell } from '../../../../model/cell.ts';
import type { Section } from '../../../../model/report.ts';
import type { Jsoned } from '../../packing.ts';

/** A section with its dates as dates again. */
export function unpackSection(section: Jsoned<Section>): Section {
  return { ...section, blocks: section.blocks.map(unpackBlock) };
}

function unpackBlock(block: Jsoned<Block>): Block {
  if (block.kind !== 'table') return block;
  const isDate = block.columns.map(({ type }) => type === 'date');
  const rows = block.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, at) => unpackCell(cell, isDate[at] === true)),
  }));
  return { ...block, rows };
}

function unpackCell(cell: Jsoned<Cell>, isDate: boolean): Cell {
  return isDate && typeof cell === 'string' ? new Date(cell) : cell;
}
