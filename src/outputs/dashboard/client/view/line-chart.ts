import type { ChartDataset } from 'chart.js';
import type { LineBlock, Series } from '../../../../model/block.ts';
import { shownLabels } from '../../../../model/cutoff-state.ts';
import { messages } from '../logic/messages.ts';
import type { Numbers } from '../logic/numbers.ts';
import { signs } from '../logic/signs.ts';
import { axisOf, dayAxis } from './axis-ticks.ts';
import { axisTitles } from './chart-marks.ts';
import { linearAxis, sharedOptions } from './chart-scales.ts';
import type { Colors } from './chart-setup.ts';
import type { ChartMaker } from './chart-view.tsx';
import { gapPlugin, namesPlugin } from './line-plugins.ts';

const dashes = [[], [7, 4], [2, 4], [10, 3, 2, 3], [4, 2]];

/** Lines over days: gaps stay gaps, a lone reading is a dot, each line is named at its end. */
export function lineChart(block: LineBlock, numbers: Numbers): ChartMaker {
  const all = block.series.flatMap(({ values }) => values.filter((value) => value !== null));
  const isShare = block.unit === 'percent' || block.unit === 'index';
  const axis = axisOf(all, block.unit, numbers);
  const ticks = isShare ? [0, 25, 50, 75, 100] : axis.ticks;
  return (colors) => ({
    type: 'line',
    data: {
      labels: block.days.map((day) => numbers.day(new Date(`${day}T12:00:00Z`))),
      datasets: block.series.map((series, at) => lineOf(series, at, colors)),
    },
    options: {
      ...sharedOptions(colors, 24),
      scales: {
        x: dayAxis(colors),
        y: linearAxis(colors, { isX: false, ticks, write: axis.write }),
      },
    },
    plugins: [
      axisTitles('', messages.unitOf[block.unit], colors),
      gapPlugin(block, colors),
      namesPlugin(colors),
    ],
  });
}

/** A state is drawn in its own colour and under its own word; others take the colours of series in their order. */
function lineOf(
  { label, values }: Series,
  at: number,
  colors: Colors,
): ChartDataset<'line', (number | null)[]> {
  const known = shownLabels.find((one) => one === label);
  const own = known === undefined ? colors.series[at] : colors.states[shownLabels.indexOf(known)];
  const color = own ?? colors.plot;
  return {
    label: known === undefined ? label : signs[known].word,
    data: [...values],
    borderColor: color,
    backgroundColor: color,
    borderDash: dashes[at] ?? [],
    borderWidth: 2.25,
    pointRadius: ({ dataIndex }: { readonly dataIndex: number }) => (isAlone(values, dataIndex) ? 3 : 0),
    pointHitRadius: 8,
    spanGaps: false,
  };
}

function isAlone(values: readonly (number | null)[], at: number): boolean {
  return (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
}
