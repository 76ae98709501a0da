import { count, counted } from '../../lib/count.ts';
import type { BarsBlock, Block, LineBlock, MetricBlock, ScatterBlock } from '../../model/block.ts';
import { cut } from './columns.ts';
import { figureWords } from './figure-words.ts';
import { barText, sparkText, thinned } from './spark-text.ts';
import { type TableOptions, tableText } from './table-text.ts';
import { oneLine } from './words.ts';

/** The figures of a section, one a line. */
export function metricsText(metrics: readonly MetricBlock[]): readonly string[] {
  const labels = widest(metrics.map(({ title }) => title));
  const values = widest(metrics.map(({ value, unit }) => figureWords(value, unit)));
  return metrics.map(({ title, value, unit, note }) => {
    const figure = figureWords(value, unit).padStart(values);
    return `  ${title.padEnd(labels)}  ${figure}${note === '' ? '' : `  ${oneLine(note)}`}`;
  });
}

/** A block under its title; metrics are told together, by `metricsText`. */
export function blockText(block: Exclude<Block, MetricBlock>, options: TableOptions): readonly string[] {
  const body = bodyOf(block, options);
  return [block.title, ...body];
}

function bodyOf(block: Exclude<Block, MetricBlock>, options: TableOptions): readonly string[] {
  switch (block.kind) {
    case 'table':
      return tableText(block, options);
    case 'bars':
      return barsText(block, options);
    case 'line':
      return lineText(block);
    case 'scatter':
      return scatterText(block);
  }
}

const barWidth = 30;
const labelWidth = 28;

/** One bar a line for a single part; a line of signs for each part of several. */
function barsText(
  { parts, bars, unit, isOverTime }: BarsBlock,
  { rowsAtMost, command }: TableOptions,
): readonly string[] {
  const most = rowsAtMost ?? bars.length;
  const shown = isOverTime ? bars.slice(Math.max(0, bars.length - most)) : bars.slice(0, most);
  const flat = shown.flatMap(({ label, values }) =>
    values.map((value, at) => ({
      label: parts.length === 1 ? label : `${label}: ${parts[at] ?? ''}`,
      value,
    })),
  );
  const largest = flat.reduce((most, { value }) => Math.max(most, Math.abs(value ?? 0)), 0);
  const figures = widest(flat.map(({ value }) => figureWords(value, unit)));
  const labels = Math.min(labelWidth, widest(flat.map(({ label }) => oneLine(label))));
  const lines = flat.map(({ label, value }) => {
    const figure = figureWords(value, unit).padStart(figures);
    return `  ${cut(oneLine(label), labels).padEnd(labels)}  ${figure}  ${barText(value ?? 0, largest, barWidth)}`;
  });
  const more = bars.length - shown.length;
  const end = more > 0 ? [`  … ${count(more)} ${isOverTime ? 'before' : 'more'}: ${command} --all`] : [];
  const all = isOverTime ? [...end, ...lines] : [...lines, ...end];
  return lines.length === 0 ? ['  Nothing'] : all.map((line) => line.trimEnd());
}

const sparkWidth = 40;

/** One spark a series, with its first and its last value; a blank is a gap. */
function lineText({ days, series, unit, marks }: LineBlock): readonly string[] {
  const labels = Math.min(labelWidth, widest(series.map(({ label }) => label)));
  const lines = series.map(({ label, values }) => {
    const known = values.filter((value) => value !== null);
    const ends = `${figureWords(known[0] ?? null, unit)} → ${figureWords(known.at(-1) ?? null, unit)}`;
    const name = cut(oneLine(label), labels).padEnd(labels);
    return `  ${name}  ${sparkText(thinned(values, sparkWidth))}  ${ends}`;
  });
  const span = `  ${days[0] ?? ''} to ${days.at(-1) ?? ''}`;
  const edits = marks.length === 0 ? '' : `; ${counted(marks.length, 'edit')} of the rules`;
  return [...lines, `${span}${edits}`];
}

const plotWidth = 60;
const plotHeight = 10;

/** A small plot; marked points win. */
function scatterText({ points, x, y }: ScatterBlock): readonly string[] {
  if (points.length === 0) return ['  Nothing'];
  const ends = (of: (point: (typeof points)[number]) => number): readonly [number, number] => [
    points.reduce((least, point) => Math.min(least, of(point)), Number.POSITIVE_INFINITY),
    points.reduce((most, point) => Math.max(most, of(point)), Number.NEGATIVE_INFINITY),
  ];
  const [left, right] = ends((point) => point.x);
  const [bottom, top] = ends((point) => point.y);
  const rows = Array.from({ length: plotHeight }, () => Array.from({ length: plotWidth }, () => ' '));
  for (const point of points.toSorted((a, b) => Number(a.isMarked) - Number(b.isMarked))) {
    const row = rows[place(top - point.y, top - bottom, plotHeight)];
    row?.splice(place(point.x - left, right - left, plotWidth), 1, point.isMarked ? '●' : '·');
  }
  return [
    `  ${y.label} ${figureWords(top, y.unit)}`,
    ...rows.map((row) => `  │${row.join('')}`.trimEnd()),
    `  └${'─'.repeat(plotWidth)} ${x.label}`,
    `  ${figureWords(bottom, y.unit)}; ${x.label.toLowerCase()} ${figureWords(left, x.unit)} to ${figureWords(right, x.unit)}`,
  ];
}

function place(distance: number, span: number, cells: number): number {
  return span === 0 ? 0 : Math.round((distance / span) * (cells - 1));
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0);
}
