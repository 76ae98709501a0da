import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { instanceAddress } from '../../../../model/instance.ts';
import { blockTable } from '../../../shared/block-table.ts';
import { type ChartBlock, chartSays } from '../logic/chart-says.ts';
import { messages } from '../logic/messages.ts';
import { home } from '../logic/route.ts';
import { BarsView, isOfStates } from './bars-view.tsx';
import { groupedBars, scatterChart } from './block-charts.ts';
import { type ChartMaker, ChartView } from './chart-view.tsx';
import { horizontalBars } from './horizontal-bars.ts';
import { Icon } from './icon.tsx';
import { lineChart } from './line-chart.ts';
import { type Page, usePage } from './page-context.ts';
import { savePng } from './save-png.ts';
import { TableView } from './table-view.tsx';

/** A chart with its heading, a table of the same figures, and a picture to keep. */
export function ChartFigure({
  block,
  isAlone,
}: {
  readonly block: ChartBlock;
  readonly isAlone: boolean;
}): JSX.Element {
  const page = usePage();
  const [isTable, setTable] = useState(false);
  const make = useMemo(() => makerOf(block, page), [block, page.numbers]);
  return (
    <figure class={isAlone ? 'fig pad alone' : 'fig pad'} aria-label={block.title}>
      <div class="fig-h">
        <div class={isAlone ? 'vh' : ''}>
          <h3>{block.title}</h3>
          {block.subtitle === '' ? null : <p>{block.subtitle}</p>}
        </div>
        <FigureTools
          title={block.title}
          {...{ isTable, setTable }}
          save={() => savePng(make, pictureOf(block, page))}
        />
      </div>
      {isTable ? <TableView block={blockTable(block)} total={0} /> : <Drawn block={block} make={make} />}
    </figure>
  );
}

interface ToolsProps {
  readonly title: string;
  readonly isTable: boolean;
  readonly setTable: (isTable: boolean) => void;
  readonly save: () => void;
}

/** The two buttons of every chart. */
export function FigureTools({ title, isTable, setTable, save }: ToolsProps): JSX.Element {
  return (
    <span class="fig-t">
      <button
        type="button"
        class="ib"
        aria-label={isTable ? messages.hideTable(title) : messages.showTable(title)}
        aria-pressed={isTable}
        onClick={() => setTable(!isTable)}
      >
        <Icon name={isTable ? 'trends' : 'table'} />
      </button>
      <button type="button" class="ib" aria-label={messages.savePng(title)} onClick={save}>
        <Icon name="download" />
      </button>
    </span>
  );
}

function Drawn({ block, make }: { readonly block: ChartBlock; readonly make: ChartMaker }): JSX.Element {
  const page = usePage();
  const { numbers } = page;
  if (block.kind === 'bars' && (block.parts.length === 1 || isOfStates(block))) {
    return <BarsView block={block} />;
  }
  const unit = block.kind === 'scatter' ? 'count' : block.unit;
  const says = chartSays(block, (value) => numbers.inUnit(value, unit));
  return (
    <>
      {block.kind === 'bars' ? <PartsKey parts={block.parts} /> : null}
      <ChartView make={make} says={says} height="264px" open={(at) => openFiles(block, at, page)} />
    </>
  );
}

/** Every mark leads to its files: a bar to the explorer, a point to its card. */
function openFiles(block: ChartBlock, at: number, { go }: Page): void {
  if (block.kind === 'bars') {
    const files = block.bars[at]?.files ?? null;
    if (files !== null) go({ ...home, page: 'files', filter: files.filter });
  }
  const key = block.kind === 'scatter' ? scatterOrder(block)[at]?.title.fileKey : null;
  if (key !== null && key !== undefined) go({ file: key });
}

/** Marked points are drawn first, in a set of their own. */
function scatterOrder({ points }: Extract<ChartBlock, { kind: 'scatter' }>): typeof points {
  return points.filter(({ isMarked }) => isMarked);
}

function PartsKey({ parts }: { readonly parts: readonly string[] }): JSX.Element {
  // The colours of `partColors`, in their order.
  const kinds = ['k-up', 'k-low', 'k-c3', 'k-c2', 'k-c5'];
  return (
    <ul class="key">
      {parts.map((part, at) => (
        <li key={part}>
          <i class={kinds[at] ?? 'k-up'} />
          {part}
        </li>
      ))}
    </ul>
  );
}

function makerOf(block: ChartBlock, { numbers }: Page): ChartMaker {
  switch (block.kind) {
    case 'line':
      return lineChart(block, numbers);
    case 'scatter':
      return scatterChart(block, numbers);
    case 'bars':
      return block.parts.length > 1 && !isOfStates(block)
        ? groupedBars(block, numbers)
        : horizontalBars(block, numbers);
  }
}

/** What stands around a picture of a block. */
export function pictureOf(
  { title, subtitle }: Pick<ChartBlock, 'title' | 'subtitle'>,
  { model, numbers }: Page,
): { readonly title: string; readonly subtitle: string; readonly foot: string } {
  const names = model.report.library.instances.map(({ instance }) => instance);
  const { takenAt } = model.report.library;
  const when = takenAt === null ? '' : numbers.longMoment(takenAt);
  return {
    title,
    subtitle,
    foot: `${when} · ${names.map((name) => instanceAddress(name, names)).join(', ')} · ${messages.product}`,
  };
}
