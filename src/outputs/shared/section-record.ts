import type { Block, Row, TableBlock } from '../../model/block.ts';
import type { Report, Section } from '../../model/report.ts';

/** A report as one JSON document, without its files: `export` gives those. */
export function reportRecord({ library, generatedAt, sections }: Report): object {
  return {
    schemaVersion: 1,
    generatedAt,
    takenAt: library.takenAt,
    instances: library.instances.map(({ instance, readAt, failure }) => ({ ...instance, readAt, failure })),
    files: library.files.length,
    sections: sections.map(sectionRecord),
  };
}

function sectionRecord({ blocks, ...section }: Section): object {
  return { ...section, blocks: blocks.map(blockRecord) };
}

/** Rows of tables are objects by the keys of their columns. */
function blockRecord(block: Block): object {
  return block.kind === 'table' ? { ...block, rows: block.rows.map((row) => rowRecord(block, row)) } : block;
}

function rowRecord({ columns }: TableBlock, { cells, files }: Row): object {
  const values = columns.map(({ key }, at) => [key, cells[at] ?? null] as const);
  return { ...Object.fromEntries(values), files };
}
