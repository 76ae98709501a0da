import type { Plugin } from 'chart.js';
import { type Histogram, roundTicks } from '../logic/histogram.ts';
import { messages, texts } from '../logic/messages.ts';
import type { Numbers } from '../logic/numbers.ts';
import { axisTitles, type Flag, flagsPlugin, font } from './chart-marks.ts';
import { sharedOptions } from './chart-scales.ts';
import type { Colors } from './chart-setup.ts';
import type { ChartMaker } from './chart-view.tsx';

/** A histogram of scores with its marks and what is selected of it. */
export interface ScoreHistogram {
  readonly histogram: Histogram;
  readonly limits: { readonly low: number | null; readonly high: number | null };
  readonly marks: { readonly minimum: number; readonly cutoff: number };
}

/** Room left of the plot for the y axis: the brush lies over the plot and must know it. */
export const gutter = 44;

/** Bars of counts: the selection violet, the rest pale, a dotted bar for what lies lower. */
export function scoreHistogram({ histogram, limits, marks }: ScoreHistogram, numbers: Numbers): ChartMaker {
  const flags: readonly Flag[] = [
    { at: marks.minimum, label: texts.minimumAt(numbers.count(marks.minimum)), kind: 'minimum' },
    { at: marks.cutoff, label: texts.cutoffAt(numbers.count(marks.cutoff)), kind: 'cutoff' },
  ];
  const isIn = (at: number): boolean => {
    const from = histogram.from + at * histogram.width;
    return from + histogram.width > (limits.low ?? from) && from <= (limits.high ?? from);
  };
  const isChosen = limits.low !== null || limits.high !== null;
  return (colors) => ({
    ...histogramConfig(histogram, numbers, colors),
    data: {
      datasets: [
        {
          data: pointsOf(histogram),
          backgroundColor: histogram.bins.map((_, at) => barColor(isChosen ? isIn(at) : null, colors)),
          ...bars,
        },
      ],
    },
    plugins: [
      axisTitles(messages.unitOf.score, messages.filesHead, colors),
      lowerPlugin(histogram, numbers, colors),
      flagsPlugin(flags, colors),
    ],
  });
}

const bars = { barPercentage: 1, categoryPercentage: 0.94 } as const;

function barColor(isIn: boolean | null, colors: Colors): string {
  if (isIn === null) return colors.plot;
  return isIn ? colors.you : colors.pale;
}

/** Middle of each bin with its count. */
export function pointsOf({ from, width, bins }: Histogram): { x: number; y: number }[] {
  return bins.map((y, at) => ({ x: from + (at + 0.5) * width, y }));
}

/** The frame that histograms of scores share: one more bin on the left where something lies lower. */
export function histogramConfig(
  histogram: Histogram,
  numbers: Numbers,
  colors: Colors,
): { readonly type: 'bar'; readonly options: object } {
  const { from, width, bins, lower } = histogram;
  const low = lower > 0 ? from - width * lowerBins : from;
  const high = from + width * bins.length;
  const most = Math.max(1, lower, ...bins);
  const ticks = roundTicks(0, most);
  const scoreTicks = roundTicks(from, high);
  return {
    type: 'bar',
    options: {
      ...sharedOptions(colors, 36),
      layout: { padding: { top: 40, right: 2, bottom: 2, left: 0 } },
      scales: {
        x: {
          type: 'linear',
          min: low,
          max: high,
          offset: false,
          border: { color: colors.zero },
          grid: { display: false },
          ticks: {
            color: colors.quiet,
            maxRotation: 0,
            autoSkip: true,
            callback: (value: number) => numbers.count(value),
          },
          afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
            axis.ticks = scoreTicks.slice(0, -1).map((value) => ({ value }));
          },
        },
        y: {
          min: 0,
          border: { display: false },
          grid: { color: colors.grid, drawTicks: false },
          ticks: { color: colors.quiet, padding: 8, callback: (value: number) => numbers.count(value) },
          afterFit: (axis: { width: number }) => {
            axis.width = gutter;
          },
          afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
            axis.ticks = ticks.map((value) => ({ value }));
          },
        },
      },
    },
  };
}

/** How many bins wide the bar of lower values is, with its gap. */
export const lowerBins = 3;

/** One dotted bar with its count for all that lies left of the plot. */
export function lowerPlugin({ from, width, lower }: Histogram, numbers: Numbers, colors: Colors): Plugin {
  return {
    id: 'lower',
    afterDatasetsDraw: ({ ctx, scales, chartArea }) => {
      const [x, y] = [scales['x'], scales['y']];
      if (lower === 0 || x === undefined || y === undefined) return;
      const left = x.getPixelForValue(from - width * lowerBins) + 2;
      const right = x.getPixelForValue(from - width * (lowerBins - 1.6));
      const top = y.getPixelForValue(lower);
      ctx.save();
      ctx.setLineDash([2, 2]);
      ctx.strokeStyle = colors.plot;
      ctx.strokeRect(left, top, right - left, chartArea.bottom - top);
      ctx.font = font();
      ctx.fillStyle = colors.quiet;
      ctx.textAlign = 'left';
      ctx.textBaseline = 'bottom';
      ctx.fillText(numbers.count(lower), left, top - 2);
      ctx.textBaseline = 'top';
      ctx.fillText(messages.lower, left, chartArea.bottom + 5);
      ctx.restore();
    },
  };
}
