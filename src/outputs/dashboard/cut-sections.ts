import type { Block } from '../../model/block.ts';
import type { Section } from '../../model/report.ts';

/** Rows of a list that the page holds without `--full`; the explorer finds the rest by the list's filter. */
export const rowsKept = 500;

/** Sections whose lists are short, with how long each was, by `section/block`. */
export interface CutSections {
  readonly sections: readonly Section[];
  readonly cut: Readonly<Record<string, number>>;
}

/** Cuts long lists and points; nothing is cut where everything was asked for. */
export function cutSections(sections: readonly Section[], isFull: boolean): CutSections {
  const kept = isFull ? Number.POSITIVE_INFINITY : rowsKept;
  const cut: Record<string, number> = {};
  const shorten = (section: Section): Section => {
    for (const block of section.blocks) {
      const rows = lengthOf(block);
      if (rows > kept) cut[`${section.name}/${block.name}`] = rows;
    }
    return { ...section, blocks: section.blocks.map((block) => shortened(block, kept)) };
  };
  return { sections: sections.map(shorten), cut };
}

function lengthOf(block: Block): number {
  return block.kind === 'table' ? block.rows.length : 0;
}

function shortened(block: Block, kept: number): Block {
  return block.kind === 'table' ? { ...block, rows: block.rows.slice(0, kept) } : block;
}
