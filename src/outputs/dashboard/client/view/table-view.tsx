import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Row, TableBlock } from '../../../../model/block.ts';
import { cellText } from '../../../shared/cell-text.ts';
import { messages } from '../logic/messages.ts';
import { compareCells, hasWord, instanceColumn } from '../logic/table-shape.ts';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';
import { TableFoot } from './table-foot.tsx';
import { Grid, type Order } from './table-grid.tsx';

/** Rows shown before a reader asks for all. */
const first = 10;

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
    const wanted = [...block.rows].filter(
      ({ cells }) =>
        (at === -1 || instance === null || names.includes(cellText(cells[at] ?? null))) &&
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
