import type { BarsBlock, Column, LineBlock, Row, ScatterBlock, TableBlock } from '../../../../model/block.ts';
import { messages } from './messages.ts';

/** Any block that is drawn as a chart. */
export type ChartBlock = BarsBlock | LineBlock | ScatterBlock;

/** The figures of a chart as a table: the other way to read it. */
export function tableOfChart(block: ChartBlock): TableBlock {
  const { name, title, subtitle } = block;
  return { kind: 'table', name, title, subtitle, empty: '', ...contentOf(block) };
}

function contentOf(block: ChartBlock): Pick<TableBlock, 'columns' | 'rows'> {
  switch (block.kind) {
    case 'bars':
      return barsTable(block);
    case 'line':
      return lineTable(block);
    case 'scatter':
      return scatterTable(block);
  }
}

function barsTable({ unit, parts, bars }: BarsBlock): Pick<TableBlock, 'columns' | 'rows'> {
  return {
    columns: [
      column('label', messages.title, 'text'),
      ...parts.map((part, at) => column(`part_${at}`, part || messages.unitOf[unit], unit)),
    ],
    rows: bars.map(({ label, values, files }) => ({ cells: [label, ...values], files })),
  };
}

function lineTable({ unit, step, days, series }: LineBlock): Pick<TableBlock, 'columns' | 'rows'> {
  return {
    columns: [
      column('day', step === 'day' ? messages.day : messages.week, 'date'),
      ...series.map(({ label }, at) => column(`series_${at}`, label, unit)),
    ],
    rows: days.map((day, at) => plainRow([new Date(`${day}T00:00:00Z`), ...series.map(({ values }) => values[at] ?? null)])),
  };
}

function scatterTable({ x, y, points }: ScatterBlock): Pick<TableBlock, 'columns' | 'rows'> {
  return {
    columns: [column('title', messages.title, 'title'), column('x', x.label, x.unit), column('y', y.label, y.unit)],
    rows: points.map((point) => plainRow([point.title, point.x, point.y])),
  };
}

function plainRow(cells: Row['cells']): Row {
  return { cells, files: null };
}

function column(key: string, label: string, type: Column['type']): Column {
  return { key, label, type, rank: 1, hasBar: false };
}

/** What a chart shows, in one sentence, for those who do not see it. */
export function chartSays(block: ChartBlock, write: (value: number) => string): string {
  if (block.kind === 'scatter') return `${block.title}. ${block.subtitle}`;
  const values = block.kind === 'bars' ? block.bars.flatMap((bar) => bar.values) : block.series.flatMap((one) => one.values);
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return `${block.title}. ${messages.emptyList}`;
  return `${block.title}. ${block.subtitle} ${messages.fromTo(write(Math.min(...known)), write(Math.max(...known)))}`;
}
