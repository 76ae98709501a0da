import type { Plugin } from 'chart.js';
import type { LineBlock } from '../../../../model/block.ts';
import { messages } from '../logic/messages.ts';
import { font } from './chart-marks.ts';
import type { Colors } from './chart-setup.ts';

/** Hatches stretches of days on which nothing was read. */
export function gapPlugin({ days, series }: LineBlock, colors: Colors): Plugin {
  const isGap = days.map((_, at) => series.every(({ values }) => (values[at] ?? null) === null));
  return {
    id: 'gaps',
    beforeDatasetsDraw: (chart) => {
      const axis = chart.scales['x'];
      if (axis === undefined) return;
      for (const [from, to] of stretches(isGap)) {
        const left = axis.getPixelForValue(from - 0.5);
        const right = axis.getPixelForValue(to + 0.5);
        hatch(chart.ctx, { ...chart.chartArea, left, right }, colors);
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
export function namesPlugin(colors: Colors): Plugin {
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
