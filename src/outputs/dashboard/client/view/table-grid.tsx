import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Row, TableBlock } from '../../../../model/block.ts';
import { messages } from '../logic/messages.ts';
import { type ColumnShape, shapesOf, staysTable } from '../logic/table-shape.ts';
import { Icon } from './icon.tsx';
import { Spacer } from './spacer.tsx';
import { BodyRow } from './table-row.tsx';
import { useVirtual, type Virtual } from './use-virtual.ts';

/** Which column rows are put in order by. */
export interface Order {
  readonly at: number;
  readonly isDescending: boolean;
}

/** What a table's frame holds. */
export interface GridProps {
  readonly block: TableBlock;
  readonly rows: readonly Row[];
  readonly order: Order | null;
  readonly setOrder: (order: Order | null) => void;
  readonly isWide: boolean;
}

/** Heads and rows; long tables draw only what is in sight. */
export function Grid({ block, rows, order, setOrder, isWide }: GridProps): JSX.Element {
  const shapes = useMemo(() => shapesOf(block, isWide), [block, isWide]);
  const max = useMemo(() => maxOf(block), [block]);
  const isLong = rows.length > 60;
  const virtual = useVirtual(isLong ? rows.length : 0, 36);
  const { places, before, after } = isLong ? inSight(virtual) : allOf(rows);
  const name = messages.tableOf(block.title);
  return (
    <div class={isLong ? 'tw scroll' : 'tw'} role="region" aria-label={name} tabIndex={0} ref={virtual.frame}>
      <table role="table" class={staysTable(block) ? 't keep' : 't'} aria-rowcount={rows.length + 1}>
        <caption class="vh">{block.title}</caption>
        <Heads shapes={shapes} order={order} setOrder={rows.length > 3 ? setOrder : null} />
        <tbody role="rowgroup">
          <Spacer height={before} />
          {places.map((at) => (
            <BodyRow key={at} at={at} row={rows[at]} shapes={shapes} max={max} />
          ))}
          <Spacer height={after} />
        </tbody>
      </table>
    </div>
  );
}

/** Places of the rows that are drawn, and the room of those that are not. */
interface DrawnRows {
  readonly places: readonly number[];
  readonly before: number;
  readonly after: number;
}

function inSight({ items, before, after }: Virtual): DrawnRows {
  return { places: items.map(({ index }) => index), before, after };
}

function allOf(rows: readonly Row[]): DrawnRows {
  return { places: rows.map((_, at) => at), before: 0, after: 0 };
}

interface HeadsProps extends Omit<HeadProps, 'shape'> {
  readonly shapes: readonly ColumnShape[];
}

function Heads({ shapes, order, setOrder }: HeadsProps): JSX.Element {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {shapes.map((shape) => (
          <Head key={shape.at} shape={shape} order={order} setOrder={setOrder} />
        ))}
      </tr>
    </thead>
  );
}

interface HeadProps {
  readonly shape: ColumnShape;
  readonly order: Order | null;
  readonly setOrder: ((order: Order | null) => void) | null;
}

function Head({ shape: { column, at, isNumber, rank }, order, setOrder }: HeadProps): JSX.Element {
  const present = order?.at === at ? order : null;
  return (
    <th role="columnheader" scope="col" class={`${isNumber ? 'n' : ''} ${rank}`} {...ariaSort(present)}>
      {setOrder === null ? (
        <span>{column.label}</span>
      ) : (
        <button type="button" class="sort" onClick={() => setOrder(nextOrder(present, at, isNumber))}>
          {column.label}
          <SortSign order={present} />
        </button>
      )}
    </th>
  );
}

/** What a head says of the order; nothing where it is not sorted by it. */
export function ariaSort(
  order: { readonly isDescending: boolean } | null,
): JSX.HTMLAttributes<HTMLTableCellElement> {
  if (order === null) return {};
  return { 'aria-sort': order.isDescending ? 'descending' : 'ascending' };
}

/** The arrow of a head that rows are sorted by. */
export function SortSign({
  order,
}: {
  readonly order: { readonly isDescending: boolean } | null;
}): JSX.Element | null {
  return order === null ? null : <Icon name={order.isDescending ? 'down' : 'up'} />;
}

/** Figures begin with the largest, texts with the first; then the other way, then as they came. */
function nextOrder(present: Order | null, at: number, isNumber: boolean): Order | null {
  if (present === null) return { at, isDescending: isNumber };
  return present.isDescending === isNumber ? { at, isDescending: !isNumber } : null;
}

function maxOf({ columns, rows }: TableBlock): readonly number[] {
  return columns.map(({ hasBar }, at) =>
    hasBar ? Math.max(0, ...rows.map(({ cells }) => Math.abs(Number(cells[at] ?? 0)) || 0)) : 0,
  );
}
