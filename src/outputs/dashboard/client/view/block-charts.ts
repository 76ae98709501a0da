import type { ChartConfiguration, Plugin } from 'chart.js';
import type { BarsBlock, LineBlock, ScatterBlock, Unit } from '../../../../model/block.ts';
import { roundTicks } from '../logic/histogram.ts';
import { messages } from '../logic/messages.ts';
import type { Numbers } from '../logic/numbers.ts';
import { axisTitles, font } from './chart-marks.ts';
import { linearAxis, sharedOptions } from './chart-scales.ts';
import type { Colors } from './chart-setup.ts';
import type { ChartMaker } from './chart-view.tsx';

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
        pointRadius: ({ dataIndex }) => (isAlone(values, dataIndex) ? 3 : 0),
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

function axisTicks(values: readonly number[]): readonly number[] {
  const high = Math.max(0, ...values);
  const low = Math.min(0, ...values);
  const ticks = roundTicks(low, high);
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0) || 1;
  const last = ticks.at(-1) ?? 0;
  const first = ticks[0] ?? 0;
  return [...(first > low ? [first - step] : []), ...ticks, ...(last < high ? [last + step] : [])];
}

const gib = 1024 ** 3;

/** Ticks and words of an axis in a unit: sizes in whole GiB. */
function axisOf(values: readonly number[], unit: Unit, numbers: Numbers): AxisWords {
  if (unit !== 'bytes') return { ticks: axisTicks(values), write: (value) => numbers.inUnit(value, unit) };
  const ticks = axisTicks(values.map((value) => value / gib)).map((tick) => tick * gib);
  return { ticks, write: (value) => numbers.inUnit(value / gib, 'ratio') };
}

interface AxisWords {
  readonly ticks: readonly number[];
  readonly write: (value: number) => string;
}

function dayAxis(colors: Colors): object {
  return {
    type: 'category',
    border: { color: colors.zero },
    grid: { display: false },
    ticks: { color: colors.quiet, maxRotation: 0, autoSkip: true, maxTicksLimit: 6, align: 'inner' },
  };
}

/** Hatches stretches of days on which nothing was read. */
function gapPlugin({ days, series }: LineBlock, colors: Colors): Plugin {
  const isGap = days.map((_, at) => series.every(({ values }) => (values[at] ?? null) === null));
  return {
    id: 'gaps',
    beforeDatasetsDraw: (chart) => {
      const axis = chart.scales['x'];
      if (axis === undefined) return;
      for (const [from, to] of stretches(isGap)) {
        hatch(
          chart.ctx,
          {
            left: axis.getPixelForValue(from - 0.5),
            right: axis.getPixelForValue(to + 0.5),
            ...chart.chartArea,
          },
          colors,
        );
      }
    },
  };
}

/** First and last place of each run of trues. */
function stretches(is: readonly boolean[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const [at, here] of is.entries()) {
    const last = found.at(-1);
    if (here && last !== undefined && last[1] === at - 1) last[1] = at;
    else if (here) found.push([at, at]);
  }
  return found;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function hatch(ctx: CanvasRenderingContext2D, { left, right, top, bottom }: Box, colors: Colors): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, right - left, bottom - top);
  ctx.clip();
  ctx.strokeStyle = colors.grid;
  ctx.beginPath();
  for (let x = left - (bottom - top); x < right; x += 7) {
    ctx.moveTo(x, bottom);
    ctx.lineTo(x + (bottom - top), top);
  }
  ctx.stroke();
  ctx.font = font();
  ctx.fillStyle = colors.quiet;
  ctx.textAlign = 'center';
  if (right - left > 60) ctx.fillText(messages.notReadGap, (left + right) / 2, bottom - 8);
  ctx.restore();
}

/** Writes each line's name above its middle. */
function namesPlugin(colors: Colors): Plugin {
  return {
    id: 'names',
    afterDatasetsDraw: (chart) => {
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.font = font(true);
      ctx.fillStyle = colors.soft;
      let last = Number.NEGATIVE_INFINITY;
      const drawn = chart.data.datasets.map((set, at) => ({
        name: set.label ?? '',
        points: chart.getDatasetMeta(at).data,
      }));
      for (const { name, points } of drawn.toSorted((a, b) => middle(a.points) - middle(b.points))) {
        const y = Math.min(chartArea.bottom - 4, Math.max(middle(points) - 8, last + 15, chartArea.top + 12));
        if (Number.isFinite(y))
          ctx.fillText(name, chartArea.left + (chartArea.right - chartArea.left) * 0.35, y);
        last = y;
      }
      ctx.restore();
    },
  };
}

function middle(points: readonly { readonly y: number }[]): number {
  const known = points.map(({ y }) => y).filter((y) => Number.isFinite(y));
  return known[Math.floor(known.length * 0.4)] ?? Number.NaN;
}

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
        backgroundColor: at === 0 ? colors.plot : (colors.series[at + 1] ?? colors.pale),
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
        { data: places(false), backgroundColor: `${colors.plot}bf`, pointRadius: 2.5 },
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
