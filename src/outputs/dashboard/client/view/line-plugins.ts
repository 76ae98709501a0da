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

/** Writes each line's name above its middle; names that would meet move apart. */
export function namesPlugin(colors: Colors): Plugin {
  return {
    id: 'names',
    afterDatasetsDraw: (chart) => {
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.font = font(true);
      const named = chart.data.datasets
        .map((set, at) => ({
          name: set.label ?? '',
          color: typeof set.borderColor === 'string' ? set.borderColor : colors.soft,
          y: middle(chart.getDatasetMeta(at).data) - 8,
        }))
        .filter(({ y }) => Number.isFinite(y))
        .toSorted((a, b) => a.y - b.y);
      const places = apart(
        named.map(({ y }) => y),
        { top: chartArea.top + 12, bottom: chartArea.bottom - 4 },
      );
      const x = chartArea.left + (chartArea.right - chartArea.left) * 0.35;
      // Lines run below the names: a rim in the colour of the surface keeps them apart, a dash says whose it is.
      ctx.strokeStyle = colors.surface;
      ctx.lineWidth = 4;
      for (const [at, { name, color }] of named.entries()) {
        const y = places[at] ?? 0;
        ctx.strokeText(name, x, y);
        ctx.fillStyle = color;
        ctx.fillRect(x - 16, y - 5, 12, 3);
        ctx.fillStyle = colors.soft;
        ctx.fillText(name, x, y);
      }
      ctx.restore();
    },
  };
}

const lineHeight = 15;

/** Heights in order, each at least a line below the one before, all inside. */
function apart(
  heights: readonly number[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): readonly number[] {
  const down: number[] = [];
  for (const y of heights)
    down.push(Math.max(y, top, (down.at(-1) ?? Number.NEGATIVE_INFINITY) + lineHeight));
  const up: number[] = [];
  for (const y of down.toReversed()) up.push(Math.min(y, (up.at(-1) ?? bottom + lineHeight) - lineHeight));
  return up.toReversed();
}

function middle(points: readonly { readonly y: number }[]): number {
  const known = points.map(({ y }) => y).filter((y) => Number.isFinite(y));
  return known[Math.floor(known.length * 0.4)] ?? Number.NaN;
}
