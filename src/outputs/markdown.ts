import type { Block, MetricBlock, TableBlock } from '../model/block.ts';
import type { Cell } from '../model/cell.ts';
import type { Finding, Report, Section } from '../model/report.ts';
import type { ReportOutput } from './output.ts';
import { blockTable } from './shared/block-table.ts';
import { cellText } from './shared/cell-text.ts';
import { escapeMarkdown } from './shared/escape-markdown.ts';
import { figureText } from './shared/figure-text.ts';

/** Rows of a table at most: the report is for a chat or a pull request. */
const rowsAtMost = 10;

/** The report in words, for a chat or a pull request: long tables are cut with their count. */
export const markdown: ReportOutput = {
  kind: 'report',
  extension: 'md',
  documents: (report) => [
    {
      part: '',
      rows: report.library.files.length,
      pieces: async function* pieces() {
        yield head(report);
        for (const section of report.sections) yield sectionText(section);
      },
    },
  ],
};

function head({ library, generatedAt }: Report): string {
  const { files, takenAt, instances } = library;
  const read = instances.map(({ instance, server, readAt, failure }) => {
    const when = failure === null ? `read ${minute(readAt)}` : `not read; last on ${minute(readAt)}`;
    return `- ${instance.service}/${escapeMarkdown(instance.name)}: ${server.appName} ${server.version}, ${when}`;
  });
  const taken = takenAt === null ? 'nothing was read yet' : `as of ${minute(takenAt)}`;
  return [
    '# arr-score',
    '',
    `${figureText(files.length, 'count')} files, ${taken}. Made ${minute(generatedAt)}.`,
    '',
    ...read,
    '',
    '',
  ].join('\n');
}

function minute(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function sectionText({ title, subtitle, headline, caveats, findings, blocks }: Section): string {
  const said = headline === null ? [] : [escapeMarkdown(headline), ''];
  return [
    `## ${escapeMarkdown(title)}`,
    '',
    `_${escapeMarkdown(subtitle)}_`,
    '',
    ...said,
    ...caveats.flatMap((caveat) => [`> ${escapeMarkdown(caveat)}`, '']),
    ...listed(findings.slice(0, rowsAtMost).map(findingText)),
    ...cutNote(findings.length, 'findings'),
    ...listed(blocks.filter((block) => block.kind === 'metric').map(metricText)),
    ...blocks.filter((block) => block.kind !== 'metric').flatMap(blockText),
    '',
  ].join('\n');
}

function listed(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [...lines, ''];
}

function findingText({ severity, title, place, why, mend }: Finding): string {
  const where = place === '' ? '' : ` (${escapeMarkdown(place)})`;
  return `- **${severity}: ${escapeMarkdown(title)}**${where}: ${escapeMarkdown(why)} ${escapeMarkdown(mend)}`;
}

function metricText({ title, value, unit, note }: MetricBlock): string {
  const said = note === '' ? '' : ` (${escapeMarkdown(note)})`;
  return `- ${escapeMarkdown(title)}: **${figureText(value, unit)}**${said}`;
}

function blockText(block: Exclude<Block, MetricBlock>): readonly string[] {
  const table = blockTable(block);
  const title = `### ${escapeMarkdown(block.title)}`;
  if (table.rows.length === 0) return [title, '', escapeMarkdown(table.empty || 'Nothing to list.'), ''];
  return [title, '', ...tableText(table), '', ...cutNote(table.rows.length, 'rows')];
}

function tableText({ columns, rows }: TableBlock): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const cell = (value: Cell, at: number): string =>
    typeof value === 'number'
      ? figureText(value, columns[at]?.type ?? 'text')
      : escapeMarkdown(cellText(value)).slice(0, 200);
  return [
    line(columns.map(({ label }) => escapeMarkdown(label))),
    line(columns.map(({ type }) => (type === 'text' || type === 'title' ? '---' : '---:'))),
    ...rows.slice(0, rowsAtMost).map(({ cells }) => line(cells.map(cell))),
  ];
}

function cutNote(count: number, what: string): readonly string[] {
  return count > rowsAtMost ? [`${figureText(count - rowsAtMost, 'count')} more ${what}.`, ''] : [];
}
