import type { JSX } from 'preact';
import { type ExplorerColumn, explorerColumns } from '../logic/explorer-columns.ts';
import { rowsAsCsv, rowsAsJson } from '../logic/export-rows.ts';
import { texts } from '../logic/messages.ts';
import { download } from './download.ts';
import { usePage } from './page-context.ts';
import { Popup } from './popup.tsx';

/** Which columns are shown; the title always is. */
export function ColumnChooser({ columns }: { readonly columns: readonly ExplorerColumn[] }): JSX.Element {
  const { go } = usePage();
  const shown = new Set(columns.map(({ key }) => key));
  const set = (key: ExplorerColumn['key'], isOn: boolean): void => {
    const next = explorerColumns.filter((one) => (one.key === key ? isOn : shown.has(one.key)));
    go({ columns: next.map((one) => one.key) }, 'replace');
  };
  return (
    <Popup
      icon="columns"
      side="right"
      label={
        <>
          {texts.columns} <b>{columns.length}</b>
        </>
      }
    >
      <div class="cols" role="group" aria-label={texts.columnsShown}>
        {explorerColumns.map(({ key, label }) => (
          <label class="cb" key={key}>
            <input
              type="checkbox"
              checked={shown.has(key)}
              disabled={key === 'title'}
              onChange={(event) => set(key, event.currentTarget.checked)}
            />
            <span />
            {label}
          </label>
        ))}
      </div>
    </Popup>
  );
}

/** What is saved: the rows of the view, or those that are selected, in the order of the view. */
export interface ExportMenuProps {
  readonly rows: readonly number[];
  readonly selected: ReadonlySet<number>;
  readonly columns: readonly ExplorerColumn[];
}

/** Saves rows exactly as they are filtered and sorted. */
export function ExportMenu({ rows, selected, columns }: ExportMenuProps): JSX.Element {
  const { model, numbers } = usePage();
  const wanted = selected.size === 0 ? rows : rows.filter((at) => selected.has(at));
  const count = numbers.count(wanted.length);
  const save = (kind: 'csv' | 'json'): void => {
    const text = kind === 'csv' ? rowsAsCsv(model, wanted, columns) : rowsAsJson(model, wanted, columns);
    const type = kind === 'csv' ? 'text/csv' : 'application/json';
    download(`arr-score-files.${kind}`, new Blob([text], { type }));
  };
  return (
    <Popup icon="download" side="right" label={texts.exportLabel}>
      <p class="dim">{selected.size === 0 ? texts.exportOf(count) : texts.exportSelected(count)}</p>
      <div class="acts">
        <button type="button" class="btn" onClick={() => save('csv')}>
          {texts.exportCsv}
        </button>
        <button type="button" class="btn" onClick={() => save('json')}>
          {texts.exportJson}
        </button>
      </div>
    </Popup>
  );
}
