import type { BarsBlock, Column, MetricBlock, Row, TableBlock } from '../../model/block.ts';
import type { Cell } from '../../model/cell.ts';
import type { FilesBehind } from '../../model/files-behind.ts';

/** A column that is always shown. */
export function column(key: string, label: string, type: Column['type']): Column {
  return { key, label, type, rank: 1, hasBar: false };
}

/** Hidden on a phone. */
export function minor(shown: Column): Column {
  return { ...shown, rank: 2 };
}

/** Shown where there is room. */
export function extra(shown: Column): Column {
  return { ...shown, rank: 3 };
}

/** With a bar beside each figure. */
export function barred(shown: Column): Column {
  return { ...shown, hasBar: true };
}

/** A row; without files behind it where nothing is given. */
export function row(cells: readonly Cell[], files: FilesBehind | null = null): Row {
  return { cells, files };
}

type Common = 'name' | 'title';

/** A neutral figure, unless told otherwise. */
export function metric(
  given: Pick<MetricBlock, Common | 'value' | 'unit'> & Partial<MetricBlock>,
): MetricBlock {
  return { kind: 'metric', subtitle: '', tone: 'neutral', note: '', files: null, ...given };
}

/** A table that says `Nothing` when it is empty, unless told otherwise. */
export function table(
  given: Pick<TableBlock, Common | 'columns' | 'rows'> & Partial<TableBlock>,
): TableBlock {
  return { kind: 'table', subtitle: '', empty: 'Nothing', ...given };
}

/** Plain bars of counts, unless told otherwise. */
export function bars(given: Pick<BarsBlock, Common | 'bars'> & Partial<BarsBlock>): BarsBlock {
  return { kind: 'bars', subtitle: '', unit: 'count', parts: ['Files'], isOverTime: false, ...given };
}
