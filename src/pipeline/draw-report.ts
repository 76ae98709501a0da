import { AppError } from '../lib/errors.ts';
import { nearest } from '../lib/nearest.ts';
import { version } from '../lib/version.ts';
import type { TableBlock } from '../model/block.ts';
import type { Report } from '../model/report.ts';
import { markdown } from '../outputs/markdown.ts';
import { reportRecord } from '../outputs/shared/section-record.ts';
import { tableCsv } from '../outputs/shared/table-csv.ts';
import { built } from './built.ts';

/** A whole report as JSON. */
export function reportJson(report: Report): string {
  return `${JSON.stringify(reportRecord(report), null, 2)}\n`;
}

/** A whole report as Markdown, for a chat or a pull request: long tables are cut with their count. */
export async function reportMarkdown(report: Report): Promise<string> {
  const context = { version, isRedacted: false, isFull: false, built };
  const documents = markdown.documents(report, context);
  const pieces = await Promise.all(documents.map(({ pieces: of }) => Array.fromAsync(of())));
  return pieces.flat().map(String).join('');
}

/** One table of a report as CSV: the one that is named, or the first. @throws {AppError} code `config` */
export function reportCsv({ sections }: Report, block: string | null): string {
  const tables = sections.flatMap(({ blocks }) => blocks.filter((one) => one.kind === 'table'));
  return tableCsv(block === null ? firstOf(tables) : named(block, tables));
}

/** The first that has rows; the first of all where none has. */
function firstOf(tables: readonly TableBlock[]): TableBlock {
  const table = tables.find(({ rows }) => rows.length > 0) ?? tables[0];
  if (table === undefined)
    throw new AppError('there is no table to write as CSV', { code: 'config', hint: '' });
  return table;
}

function named(block: string, tables: readonly TableBlock[]): TableBlock {
  const table = tables.find(({ name }) => name === block);
  if (table !== undefined) return table;
  const names = tables.map(({ name }) => name);
  const guess = nearest(block, names);
  throw new AppError(`"${block}" is no table`, {
    code: 'config',
    hint: guess === null ? `Tables: ${names.join(', ')}.` : `Did you mean "${guess}"?`,
  });
}
