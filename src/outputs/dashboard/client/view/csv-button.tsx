import type { JSX } from 'preact';
import type { TableBlock } from '../../../../model/block.ts';
import { messages } from '../logic/messages.ts';
import { csvOfTable } from '../logic/table-csv.ts';
import { download } from './download.ts';
import { Icon } from './icon.tsx';

/** Saves a table's rows. */
export function CsvButton({ block }: { readonly block: TableBlock }): JSX.Element {
  const save = (): void =>
    download(`${block.title}.csv`, new Blob([csvOfTable(block)], { type: 'text/csv' }));
  return (
    <button type="button" class="btn sm" onClick={save} aria-label={`${messages.saveCsv}: ${block.title}`}>
      <Icon name="download" />
      <span>{messages.saveCsv}</span>
    </button>
  );
}
