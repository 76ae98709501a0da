import type { JSX } from 'preact';
import type { Row } from '../../../../model/block.ts';
import { filesAddress } from '../logic/route.ts';
import type { ColumnShape } from '../logic/table-shape.ts';
import { CellView } from './cells.tsx';

/** One row. */
export interface BodyRowProps {
  readonly at: number;
  readonly row: Row | undefined;
  readonly shapes: readonly ColumnShape[];
  readonly max: readonly number[];
}

/** Cells in the order of the columns. */
export function BodyRow({ at, row, shapes, max }: BodyRowProps): JSX.Element | null {
  if (row === undefined) return null;
  return (
    <tr role="row" aria-rowindex={at + 2}>
      {shapes.map((shape) => (
        <BodyCell key={shape.at} shape={shape} row={row} most={max[shape.at] ?? 0} />
      ))}
    </tr>
  );
}

interface BodyCellProps {
  readonly shape: ColumnShape;
  readonly row: Row;
  readonly most: number;
}

function BodyCell({ shape, row, most }: BodyCellProps): JSX.Element {
  const { column, at, isNumber, rank, place, isLong } = shape;
  const cell = row.cells[at] ?? null;
  const drawn = <CellView cell={cell} type={column.type} />;
  return (
    <td
      role="cell"
      class={`${isNumber ? 'n' : ''} ${rank} ${place} ${isLong ? 'long' : unbrokenClass(column)}`}
      data-l={place === 'm-wide' ? '' : column.label}
    >
      {place === 'm-main' && column.type !== 'title' ? <Leading row={row}>{drawn}</Leading> : drawn}
      {column.hasBar && typeof cell === 'number' ? <CellBar value={cell} most={most} /> : null}
    </td>
  );
}

/** The cell that names a row leads to its files. */
function Leading({ row, children }: { readonly row: Row; readonly children: JSX.Element }): JSX.Element {
  if (row.files === null) return children;
  return (
    <a class="tt" href={filesAddress(row.files.filter)}>
      {children}
    </a>
  );
}

/** Names of instances and profiles are not broken, nor are dates. */
function unbrokenClass({ key, type }: ColumnShape['column']): string {
  if (type === 'date') return 'nw';
  return key === 'instance' || key === 'profile' ? 'name' : '';
}

function CellBar({ value, most }: { readonly value: number; readonly most: number }): JSX.Element {
  return (
    <span class="bar cellbar" aria-hidden={true}>
      <i
        class={value < 0 ? 'neg' : ''}
        style={{ width: `${((Math.abs(value) / (most || 1)) * 100).toFixed(1)}%` }}
      />
    </span>
  );
}
