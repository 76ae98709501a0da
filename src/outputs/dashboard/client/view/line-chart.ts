import type { LineBlock } from '../../../../model/block.ts';
import { messages } from '../logic/messages.ts';
import type { Numbers } from '../logic/numbers.ts';
import { axisTicks, dayAxis } from './axis-ticks.ts';
import { axisTitles } from './chart-marks.ts';
import { linearAxis, sharedOptions } from './chart-scales.ts';
import type { ChartMaker } from './chart-view.tsx';
import { gapPlugin, namesPlugin } from './line-plugins.ts';

const dashes = [[], [7, 4], [2, 4], [10, 3, 2, 3], [4, 2]];

/** Lines over days: gaps stay gaps, a lone reading is a dot, each line is named at its end. */
export function lineChart(block: LineBlock, numbers: Numbers): ChartMaker {
  const all = block.series.flatMap(({ values }) => values.filter((value) => value !== null));
  const isShare = block.unit === 'percent' || block.unit === 'index';
  const ticks = isShare ? [0, 25, 50, 75, 100] : axisTicks(all);
  return (colors) => ({
    type: 'line',
    data: {
      labels: block.days.map((day) => numbers.day(new Date(`${day}T12:00:00Z`))),
      datasets: block.series.map(({ label, values }, at) => ({
        label,
        data: [...values],
        borderColor: colors.series[at] ?? colors.plot,
        backgroundColor: colors.series[at] ?? colors.plot,
        borderDash: dashes[at] ?? [],
        borderWidth: 2.25,
        pointRadius: ({ dataIndex }: { readonly dataIndex: number }) => (isAlone(values, dataIndex) ? 3 : 0),
        pointHitRadius: 8,
        spanGaps: false,
      })),
    },
    options: {
      ...sharedOptions(colors, 24),
      scales: {
        x: dayAxis(colors),
        y: linearAxis(colors, { isX: false, ticks, write: (v) => numbers.inUnit(v, block.unit) }),
      },
    },
    plugins: [
      axisTitles('', messages.unitOf[block.unit], colors),
      gapPlugin(block, colors),
      namesPlugin(colors),
    ],
  });
}

function isAlone(values: readonly (number | null)[], at: number): boolean {
  return (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
}
