import type { ChartConfiguration } from 'chart.js';
import type { BarsBlock, ScatterBlock } from '../../../../model/block.ts';
import { messages } from '../logic/messages.ts';
import type { Numbers } from '../logic/numbers.ts';
import { seeThrough } from '../logic/see-through.ts';
import { axisOf, dayAxis } from './axis-ticks.ts';
import { axisTitles } from './chart-marks.ts';
import { linearAxis, sharedOptions } from './chart-scales.ts';
import type { Colors } from './chart-setup.ts';
import type { ChartMaker } from './chart-view.tsx';

/** Several bars side by side for each label. */
export function groupedBars(block: BarsBlock, numbers: Numbers): ChartMaker {
  const all = block.bars.flatMap(({ values }) => values.filter((value) => value !== null));
  return (colors): ChartConfiguration => ({
    type: 'bar',
    data: {
      labels: block.bars.map(({ label }) => label),
      datasets: block.parts.map((label, at) => ({
        label,
        data: block.bars.map(({ values }) => values[at] ?? null),
        backgroundColor: partColors(colors)[at] ?? colors.pale,
        categoryPercentage: 0.8,
        barPercentage: 0.95,
      })),
    },
    options: {
      ...sharedOptions(colors, 24),
      scales: {
        x: dayAxis(colors),
        y: linearAxis(colors, { isX: false, ...axisOf(all, block.unit, numbers) }),
      },
    },
    plugins: [axisTitles('', messages.unitOf[block.unit], colors)],
  });
}

/** Colours of the parts of bars; the key beside the chart names the same ones in the same order. */
function partColors({ plot, series: [, c3, c4, c2, c5] }: Colors): readonly (string | undefined)[] {
  return [plot, c4, c3, c2, c5];
}

function axisLabel({ label, unit }: ScatterBlock['x']): string {
  return unit === 'bytes' ? `${label}, GiB` : label;
}

/** Files as points; the marked ones are larger and violet. */
export function scatterChart(block: ScatterBlock, numbers: Numbers): ChartMaker {
  const places = (isMarked: boolean): { x: number; y: number }[] =>
    block.points.filter((point) => point.isMarked === isMarked).map(({ x, y }) => ({ x, y }));
  return (colors) => ({
    type: 'scatter',
    data: {
      datasets: [
        { data: places(true), backgroundColor: colors.you, pointRadius: 4.5 },
        { data: places(false), backgroundColor: seeThrough(colors.plot, 0.75), pointRadius: 2.5 },
      ],
    },
    options: {
      ...sharedOptions(colors, 24),
      interaction: { mode: 'nearest', intersect: true },
      scales: {
        x: linearAxis(colors, {
          isX: true,
          ...axisOf(
            block.points.map(({ x }) => x),
            block.x.unit,
            numbers,
          ),
        }),
        y: linearAxis(colors, {
          isX: false,
          ...axisOf(
            block.points.map(({ y }) => y),
            block.y.unit,
            numbers,
          ),
        }),
      },
    },
    plugins: [axisTitles(axisLabel(block.x), axisLabel(block.y), colors)],
  });
}
