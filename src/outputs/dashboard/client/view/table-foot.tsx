import type { JSX } from 'preact';
import type { TableBlock } from '../../../../model/block.ts';
import { messages } from '../logic/messages.ts';
import { hasMoreColumns } from '../logic/table-shape.ts';
import { usePage } from './page-context.ts';

/** What the foot of a table says and offers. */
export interface TableFootProps {
  readonly block: TableBlock;
  /** Rows before the page cut them. */
  readonly total: number;
  readonly isWhole: boolean;
  readonly isCut: boolean;
  readonly setWhole: (isWhole: boolean) => void;
  readonly isWide: boolean;
  readonly setWide: (isWide: boolean) => void;
}

/** How many rows there are, and a way to all of them. */
export function TableFoot(props: TableFootProps): JSX.Element | null {
  const { block, total, isWhole, isCut, setWhole, isWide, setWide } = props;
  const { numbers } = usePage();
  const here = block.rows.length;
  const hasMore = hasMoreColumns(block);
  if (!isCut && total <= here && !hasMore) return null;
  return (
    <p class="tfoot">
      {isCut ? (
        <button type="button" class="txt" onClick={() => setWhole(!isWhole)}>
          {isWhole ? messages.showFewer : messages.showAll(numbers.count(here))}
        </button>
      ) : null}
      {hasMore ? (
        <button type="button" class="txt colsall" onClick={() => setWide(!isWide)}>
          {isWide ? messages.fewerColumns : messages.allColumns(numbers.count(block.columns.length))}
        </button>
      ) : null}
      {total > here ? (
        <span class="dim">{messages.rowsOf(numbers.count(here), numbers.count(total))}</span>
      ) : null}
    </p>
  );
}
