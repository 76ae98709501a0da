import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ExplorerColumn } from '../logic/explorer-columns.ts';
import { messages, texts } from '../logic/messages.ts';
import { nextSort } from '../logic/sort-rows.ts';
import { fileKey } from '../logic/unpack-report.ts';
import { ExplorerRow } from './explorer-row.tsx';
import { usePage } from './page-context.ts';
import { Spacer } from './spacer.tsx';
import { ariaSort, SortSign } from './table-grid.tsx';
import { usePhone } from './use-phone.ts';
import { useVirtual } from './use-virtual.ts';

/** What the explorer's table shows. */
export interface ExplorerTableProps {
  readonly rows: readonly number[];
  readonly columns: readonly ExplorerColumn[];
  readonly selected: ReadonlySet<number>;
  readonly select: (selected: ReadonlySet<number>) => void;
}

/** Every row that passes; only those in sight are drawn. */
export function ExplorerTable(props: ExplorerTableProps): JSX.Element {
  const { rows, columns, selected, select } = props;
  const { numbers, route, model } = usePage();
  const isPhone = usePhone();
  const virtual = useVirtual(rows.length, isPhone ? 92 : 36);
  const open = route.file === null ? undefined : model.placeOf(route.file);
  useEffect(() => {
    const at = open === undefined ? -1 : rows.indexOf(open);
    if (at >= 0) virtual.scrollTo(at);
  }, [open]);
  const toggle = (at: number, isOn: boolean): void => {
    const next = new Set(selected);
    if (isOn) next.add(at);
    else next.delete(at);
    select(next);
  };
  const [first, last] = [virtual.items[0]?.index ?? 0, virtual.items.at(-1)?.index ?? 0];
  return (
    <>
      <div
        class="tw scroll"
        role="region"
        aria-label={messages.tableOf(texts.column.title)}
        tabIndex={0}
        ref={virtual.frame}
      >
        <table role="table" class="t files fix" aria-rowcount={rows.length + 1}>
          <caption class="vh">{messages.pages.files}</caption>
          <Heads
            columns={columns}
            isAll={selected.size > 0}
            toggleAll={(isOn) => select(new Set(isOn ? rows : []))}
          />
          <tbody role="rowgroup">
            <Spacer height={virtual.before} />
            {virtual.items.map(({ index }) => {
              const at = rows[index];
              const file = at === undefined ? undefined : model.files[at];
              if (at === undefined || file === undefined) return null;
              return (
                <ExplorerRow
                  key={fileKey(file)}
                  {...{ index, at, file, columns, toggle }}
                  isSelected={selected.has(at)}
                  measure={isPhone ? virtual.measure : null}
                />
              );
            })}
            <Spacer height={virtual.after} />
          </tbody>
        </table>
      </div>
      <div class="tfoot dim">
        <span>
          {texts.rowsOf(numbers.count(first + 1), numbers.count(last + 1), numbers.count(rows.length))}
        </span>
        <span class="hide-s">{texts.inAddress}</span>
      </div>
    </>
  );
}

interface HeadsProps {
  readonly columns: readonly ExplorerColumn[];
  readonly isAll: boolean;
  readonly toggleAll: (isOn: boolean) => void;
}

function Heads({ columns, isAll, toggleAll }: HeadsProps): JSX.Element {
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col" class="selcol">
          <label class="cb">
            <input
              type="checkbox"
              checked={isAll}
              aria-label={texts.select}
              onChange={(event) => toggleAll(event.currentTarget.checked)}
            />
            <span />
          </label>
        </th>
        {columns.map((column) => (
          <Head key={column.key} column={column} />
        ))}
      </tr>
    </thead>
  );
}

function Head({ column }: { readonly column: ExplorerColumn }): JSX.Element {
  const { route, go } = usePage();
  const { key, label, isNumber, rank, width } = column;
  const term = route.sort.find((one) => one.column === key);
  return (
    <th
      role="columnheader"
      scope="col"
      class={`${isNumber ? 'n' : ''} ${rank}`}
      {...(width === null ? {} : { style: { width } })}
      {...ariaSort(term ?? null)}
    >
      <button
        type="button"
        class="sort"
        onClick={(event) => go({ sort: nextSort(route.sort, key, event.shiftKey) }, 'replace')}
      >
        {label}
        <SortSign order={term ?? null} />
      </button>
    </th>
  );
}
