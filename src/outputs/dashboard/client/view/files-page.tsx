import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { commonProfile } from '../logic/choices.ts';
import { columnsShown } from '../logic/explorer-columns.ts';
import { chipsOf } from '../logic/filter-chips.ts';
import { findRows } from '../logic/find-rows.ts';
import { texts } from '../logic/messages.ts';
import { medianScore, sizeOf } from '../logic/summary.ts';
import { ExplorerHistogram } from './explorer-histogram.tsx';
import { ExplorerTable } from './explorer-table.tsx';
import { FilterBar } from './filter-bar.tsx';
import { NoResult } from './no-result.tsx';
import { usePage } from './page-context.ts';
import { PageHead } from './page-head.tsx';
import { Rich } from './parts.tsx';
import { shownRows } from './shown-rows.ts';
import { useIdle } from './use-idle.ts';

/** Which files these are: filters, a histogram to brush, and every row. */
export function FilesPage(): JSX.Element {
  const { model, numbers, route, sorter } = usePage();
  const { filter, search, instance, sort } = route;
  const found = useMemo(
    () => findRows(model, { filter, search, instance }),
    [model, filter, search, instance],
  );
  const order = sort.map(({ column, isDescending }) => `${isDescending}${column}`).join();
  const rows = useMemo(() => sorter(found.rows, sort), [sorter, found, order]);
  const [selected, select] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    shownRows.current = rows;
  }, [rows]);
  // Putting 100,000 titles in order takes longest of all, and the first click on their head should not wait for it.
  useIdle(() => sorter(model.places, [{ column: 'title', isDescending: false }]));
  const chips = chipsOf(found.filter, numbers);
  const columns = columnsShown(route.columns);
  const profile = useMemo(() => commonProfile(model, found.anyScore), [model, found]);
  const lede = useMemo(() => {
    const shown = texts.shownLede(
      numbers.count(rows.length),
      numbers.count(model.files.length),
      numbers.bytes(sizeOf(model, rows)),
    );
    const median = profile === null ? null : medianScore(model, rows);
    return median === null ? shown : `${shown} ${texts.medianLede(numbers.count(median))}`;
  }, [model, rows, numbers, profile]);
  return (
    <>
      <PageHead page="files" lede={lede} />
      <section class="panel c12 explorer" aria-label={texts.explorer}>
        <FilterBar {...{ found, chips, rows, columns, selected }} />
        <ExplorerHistogram found={found} profile={profile} />
        <CountBar rows={rows} selected={selected} clear={() => select(new Set())} />
        {rows.length === 0 ? (
          <NoResult found={found} chips={chips} />
        ) : (
          <ExplorerTable rows={rows} columns={columns} selected={selected} select={select} />
        )}
      </section>
    </>
  );
}

interface CountBarProps {
  readonly rows: readonly number[];
  readonly selected: ReadonlySet<number>;
  readonly clear: () => void;
}

function CountBar({ rows, selected, clear }: CountBarProps): JSX.Element {
  const { numbers, route } = usePage();
  const names = route.sort.map(
    ({ column }) => Object.entries(texts.column).find(([key]) => key === column)?.[1] ?? column,
  );
  const count = numbers.count(rows.length);
  return (
    <div class="tbar" aria-live="polite">
      <span>
        <Rich
          text={
            selected.size === 0
              ? texts.counted(count)
              : texts.countedSelected(count, numbers.count(selected.size))
          }
        />
        {selected.size === 0 ? null : (
          <button type="button" class="txt" onClick={clear}>
            {texts.clearSelection}
          </button>
        )}
      </span>
      <span class="dim hide-s">
        {names.length === 0
          ? texts.inOrder
          : texts.sortedBy(names.map((name) => name.toLowerCase()).join(', '))}
      </span>
    </div>
  );
}
