import type { Block, TableBlock } from '../../model/block.ts';
import type { Cell } from '../../model/cell.ts';
import type { Section } from '../../model/report.ts';
import { cellText } from './cell-text.ts';

/** A section as Markdown, to paste into a pull request or a chat. @param rowsAtMost  of each table; null is all */
export function sectionMarkdown(
  { title, headline, caveats, blocks }: Section,
  rowsAtMost: number | null,
): string {
  const parts = [
    `## ${plain(title)}`,
    headline === null ? '' : plain(headline),
    caveats.map((caveat) => `- ${plain(caveat)}`).join('\n'),
    figures(blocks),
    ...blocks.map((block) => blockMarkdown(block, rowsAtMost)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function figures(blocks: readonly Block[]): string {
  const metrics = blocks.filter((block) => block.kind === 'metric');
  if (metrics.length === 0) return '';
  const rows = metrics.map(({ title, value, note }) => [title, value === null ? '–' : figure(value), note]);
  return tableOf(['Figure', 'Value', ''], rows);
}

function blockMarkdown(block: Block, rowsAtMost: number | null): string {
  if (block.kind === 'table') return tableMarkdown(block, rowsAtMost);
  if (block.kind !== 'bars' || block.bars.length === 0) return '';
  const rows = block.bars.map(({ label, values }) => [
    label,
    ...values.map((value) => (value === null ? '–' : figure(value))),
  ]);
  return `### ${plain(block.title)}\n\n${tableOf(['', ...block.parts], rows)}`;
}

function tableMarkdown({ title, columns, rows, empty }: TableBlock, rowsAtMost: number | null): string {
  const head = `### ${plain(title)}\n\n`;
  if (rows.length === 0) return `${head}${plain(empty)}.`;
  const shown = rowsAtMost === null ? rows : rows.slice(0, rowsAtMost);
  const more = rows.length - shown.length;
  const lines = shown.map(({ cells }) => cells.map(cellMarkdown));
  const labels = columns.map(({ label }) => label);
  return `${head}${tableOf(labels, lines)}${more > 0 ? `\n\n… and ${figure(more)} more.` : ''}`;
}

function cellMarkdown(cell: Cell): string {
  if (cell === null) return '–';
  return typeof cell === 'number' ? figure(cell) : cellText(cell);
}

const plainFigures = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

function figure(value: number): string {
  return plainFigures.format(value).replace('-', '−');
}

function tableOf(labels: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
  return [line(labels), line(labels.map(() => '---')), ...rows.map(line)].join('\n');
}

/** One line in which nothing is markup: titles and names come from strangers. */
function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').replaceAll(/[\\`*_{}[\]<>#|]/g, String.raw`\$&`);
}
