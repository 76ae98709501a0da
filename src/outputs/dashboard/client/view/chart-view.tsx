import { Chart, type ChartConfiguration } from 'chart.js';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { messages } from '../logic/messages.ts';
import { type Colors, readColors } from './chart-setup.ts';
import { themeChanged } from './theme.ts';

/** Makes a chart in the colours of the theme. */
export type ChartMaker = (colors: Colors) => ChartConfiguration;

/** What a chart is, and what it says to those who do not see it. */
export interface ChartViewProps {
  readonly make: ChartMaker;
  /** The finding in one sentence. */
  readonly says: string;
  /** CSS height, such as `240px`. */
  readonly height: string;
  /** Opens the files behind a mark, by its place; absent where there are none. */
  readonly open?: (at: number) => void;
}

/** A chart that can be read with the keyboard: arrow keys move from mark to mark, Enter opens its files. */
export function ChartView({ make, says, height, open }: ChartViewProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<Chart | null>(null);
  const [told, tell] = useState('');
  const [theme, setTheme] = useState(0);
  useEffect(() => {
    const follow = (): void => setTheme((count) => count + 1);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    addEventListener(themeChanged, follow);
    dark.addEventListener('change', follow);
    return () => {
      removeEventListener(themeChanged, follow);
      dark.removeEventListener('change', follow);
    };
  }, []);
  useEffect(() => {
    if (canvas.current === null) return undefined;
    const made = new Chart(canvas.current, make(readColors()));
    chart.current = made;
    return () => made.destroy();
  }, [make, theme]);
  return (
    <div
      class="chart"
      style={{ height }}
      tabIndex={0}
      role="img"
      aria-label={`${says} ${messages.chartKeys}`}
      onKeyDown={(event) => {
        if (chart.current !== null) onKey(event, { chart: chart.current, tell, open });
      }}
      onClick={(event) => {
        const [mark] =
          chart.current?.getElementsAtEventForMode(event, 'index', { intersect: false }, true) ?? [];
        if (mark !== undefined) open?.(mark.index);
      }}
    >
      <canvas ref={canvas} />
      <span class="vh" aria-live="polite">
        {told}
      </span>
    </div>
  );
}

interface Keys {
  readonly chart: Chart;
  readonly tell: (text: string) => void;
  readonly open: ((at: number) => void) | undefined;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, PageDown: 5, PageUp: -5 };

function onKey(event: KeyboardEvent, { chart, tell, open }: Keys): void {
  const present = chart.getActiveElements()[0]?.index;
  if (event.key === 'Enter' && present !== undefined) open?.(present);
  const step = steps[event.key];
  const count = Math.max(chart.data.labels?.length ?? 0, chart.data.datasets[0]?.data.length ?? 0);
  if (step === undefined || count === 0) return;
  event.preventDefault();
  pointAt(chart, present === undefined ? 0 : (present + step + count) % count);
  tell(tooltipText(chart));
}

/** Shows the tooltip of a mark as if one pointed at it. */
function pointAt(chart: Chart, at: number): void {
  const marks = chart.data.datasets.flatMap((_, datasetIndex) => {
    const element = chart.getDatasetMeta(datasetIndex).data[at];
    return element === undefined ? [] : [{ datasetIndex, index: at, element }];
  });
  const [first] = marks;
  chart.setActiveElements(marks);
  chart.tooltip?.setActiveElements(marks, { x: first?.element.x ?? 0, y: first?.element.y ?? 0 });
  chart.update();
}

function tooltipText({ tooltip }: Chart): string {
  const body = (tooltip?.body ?? []).flatMap(({ lines }) => lines);
  return [...(tooltip?.title ?? []), ...body].join(', ');
}
