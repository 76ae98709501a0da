import type { Block, Column, MetricBlock, Row, TableBlock } from '../../model/block.ts';

/** Any block but a single figure, as a table: how outputs without drawings show it. */
export function blockTable(block: Exclude<Block, MetricBlock>): TableBlock {
  if (block.kind === 'table') return block;
  const { name, title, subtitle } = block;
  return { kind: 'table', name, title, subtitle, empty: '', ...contentOf(block) };
}

type Drawn = Exclude<Block, MetricBlock | TableBlock>;

function contentOf(block: Drawn): Pick<TableBlock, 'columns' | 'rows'> {
  switch (block.kind) {
    case 'bars':
      return {
        columns: [
          column('label', 'Label', 'text'),
          ...block.parts.map((part, at) => column(`part_${at + 1}`, part || 'Value', block.unit)),
        ],
        rows: block.bars.map(({ label, values, files }) => ({ cells: [label, ...values], files })),
      };
    case 'line':
      return {
        columns: [
          column('day', block.step === 'day' ? 'Day' : 'Week', 'date'),
          ...block.series.map(({ label }, at) => column(`series_${at + 1}`, label, block.unit)),
        ],
        rows: block.days.map((day, at) =>
          plainRow([new Date(`${day}T00:00:00Z`), ...block.series.map(({ values }) => values[at] ?? null)]),
        ),
      };
    case 'scatter':
      return {
        columns: [
          column('title', 'Title', 'title'),
          column('x', block.x.label, block.x.unit),
          column('y', block.y.label, block.y.unit),
        ],
        rows: block.points.map(({ title, x, y }) => plainRow([title, x, y])),
      };
  }
}

function plainRow(cells: Row['cells']): Row {
  return { cells, files: null };
}

function column(key: string, label: string, type: Column['type']): Column {
  return { key, label, type, rank: 1, hasBar: false };
}
