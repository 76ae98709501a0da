import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Row, TableBlock } from '../../../../model/block.ts';
import { messages } from '../logic/messages.ts';
import { filesAddress } from '../logic/route.ts';
import {
  type ColumnShape,
  compareCells,
  hasWord,
  instanceColumn,
  shapesOf,
  staysTable,
} from '../logic/table-shape.ts';
import { CellView } from './cells.tsx';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';
import { TableFoot } from './table-foot.tsx';
import { useVirtual } from './use-virtual.ts';

/** Rows shown before a reader asks for all. */
const first = 10;

interface Order {
  readonly at: number;
  readonly isDescending: boolean;
}

/** A block's table: sorted by its heads, cut with a count, searched where it is long. */
export function TableView({
  block,
  total,
}: {
  readonly block: TableBlock;
  readonly total: number;
}): JSX.Element {
  const [isWhole, setWhole] = useState(false);
  const [order, setOrder] = useState<Order | null>(null);
  const [word, setWord] = useState('');
  const [isWide, setWide] = useState(false);
  const rows = useRows(block, order, word);
  const shown = isWhole || rows.length <= first + 2 ? rows : rows.slice(0, first);
  if (block.rows.length === 0) return <p class="pad dim">{block.empty || messages.emptyList}</p>;
  return (
    <>
      {block.rows.length > 25 ? <Search title={block.title} word={word} setWord={setWord} /> : null}
      <Grid {...{ block, order, setOrder, isWide }} rows={shown} />
      <TableFoot
        {...{ block, total, isWhole, setWhole, isWide, setWide }}
        isCut={shown.length < rows.length || isWhole}
      />
    </>
  );
}

function useRows(block: TableBlock, order: Order | null, word: string): readonly Row[] {
  const { route, model } = usePage();
  return useMemo(() => {
    const at = instanceColumn(block);
    const { instance } = route;
    const names = instance === null ? [] : [instance, instance.replace(/^.*?\//, '')];
    const wanted = block.rows.filter(
      ({ cells }) =>
        (at === -1 || instance === null || names.includes(String(cells[at]))) &&
        (word === '' || hasWord(cells, word)),
    );
    if (order === null) return wanted;
    const turn = order.isDescending ? -1 : 1;
    return wanted.toSorted(
      (a, b) => turn * compareCells(a.cells[order.at] ?? null, b.cells[order.at] ?? null),
    );
  }, [block, order, word, route.instance, model]);
}

function Search({
  title,
  word,
  setWord,
}: {
  readonly title: string;
  readonly word: string;
  readonly setWord: (word: string) => void;
}): JSX.Element {
  return (
    <div class="filters slim">
      <div class="frow">
        <label class="inp search">
          <Icon name="search" />
          <span class="vh">{messages.findIn(title)}</span>
          <input
            type="search"
            value={word}
            placeholder={messages.findHint}
            onInput={(event) => setWord(event.currentTarget.value)}
          />
        </label>
      </div>
    </div>
  );
}

interface GridProps {
  readonly block: TableBlock;
  readonly rows: readonly Row[];
  readonly order: Order | null;
  readonly setOrder: (order: Order | null) => void;
  readonly isWide: boolean;
}

function Grid({ block, rows, order, setOrder, isWide }: GridProps): JSX.Element {
  const shapes = useMemo(() => shapesOf(block, isWide), [block, isWide]);
  const isLong = rows.length > 60;
  const virtual = useVirtual(isLong ? rows.length : 0, 36);
  const drawn = isLong ? virtual.items.map(({ index }) => index) : rows.map((_, at) => at);
  const name = messages.tableOf(block.title);
  return (
    <div class={isLong ? 'tw scroll' : 'tw'} role="region" aria-label={name} tabIndex={0} ref={virtual.frame}>
      <table role="table" class={staysTable(block) ? 't keep' : 't'} aria-rowcount={rows.length + 1}>
        <caption class="vh">{block.title}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {shapes.map((shape) => (
              <Head key={shape.at} shape={shape} order={order} setOrder={rows.length > 3 ? setOrder : null} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          <Spacer height={isLong ? virtual.before : 0} span={shapes.length} />
          {drawn.map((at) => (
            <BodyRow key={at} at={at} row={rows[at]} shapes={shapes} max={maxOf(block)} />
          ))}
          <Spacer height={isLong ? virtual.after : 0} span={shapes.length} />
        </tbody>
      </table>
    </div>
  );
}

/** Room for rows that are not drawn. */
export function Spacer({
  height,
  span,
}: {
  readonly height: number;
  readonly span: number;
}): JSX.Element | null {
  if (height <= 0) return null;
  return (
    <tr aria-hidden={true} class="spacer">
      <td colSpan={span} style={{ height: `${height}px` }} />
    </tr>
  );
}

interface HeadProps {
  readonly shape: ColumnShape;
  readonly order: Order | null;
  readonly setOrder: ((order: Order | null) => void) | null;
}

function Head({ shape: { column, at, isNumber, rank }, order, setOrder }: HeadProps): JSX.Element {
  const present = order?.at === at ? order : null;
  const sort = present === null ? {} : { 'aria-sort': present.isDescending ? 'descending' : 'ascending' };
  const next = (): Order | null => {
    if (present === null) return { at, isDescending: isNumber };
    return present.isDescending === isNumber ? { at, isDescending: !isNumber } : null;
  };
  return (
    <th role="columnheader" scope="col" class={`${isNumber ? 'n' : ''} ${rank}`} {...sort}>
      {setOrder === null ? (
        <span>{column.label}</span>
      ) : (
        <button type="button" class="sort" onClick={() => setOrder(next())}>
          {column.label}
          {present === null ? null : <Icon name={present.isDescending ? 'down' : 'up'} />}
        </button>
      )}
    </th>
  );
}

interface BodyRowProps {
  readonly at: number;
  readonly row: Row | undefined;
  readonly shapes: readonly ColumnShape[];
  readonly max: readonly number[];
}

function BodyRow({ at, row, shapes, max }: BodyRowProps): JSX.Element | null {
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
  const leads = place === 'm-main' && row.files !== null && column.type !== 'title';
  return (
    <td
      role="cell"
      class={`${isNumber ? 'n' : ''} ${rank} ${place} ${isLong ? 'long' : nameClass(column.key)}`}
      data-l={place === 'm-wide' ? '' : column.label}
    >
      {leads && row.files !== null ? (
        <a class="tt" href={filesAddress(row.files.filter)}>
          {drawn}
        </a>
      ) : (
        drawn
      )}
      {column.hasBar && typeof cell === 'number' ? <CellBar value={cell} most={most} /> : null}
    </td>
  );
}

/** Names of instances and profiles are not broken. */
function nameClass(key: string): string {
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

function maxOf({ columns, rows }: TableBlock): readonly number[] {
  return columns.map(({ hasBar }, at) =>
    hasBar ? Math.max(0, ...rows.map(({ cells }) => Math.abs(Number(cells[at] ?? 0)) || 0)) : 0,
  );
}
