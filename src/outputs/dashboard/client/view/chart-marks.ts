import type { Chart, Plugin } from 'chart.js';
import type { Colors } from './chart-setup.ts';

/** A value on the x axis with a line through the plot and its name above. */
export interface Flag {
  /** On the scale of the axis. */
  readonly at: number;
  readonly label: string;
  readonly kind: 'minimum' | 'cutoff' | 'best' | 'tried' | 'file' | 'rule';
}

const rowHeight = 16;

/** Draws flags: the name right of its line, or left of it where it would leave the plot; one row each. */
export function flagsPlugin(flags: readonly Flag[], colors: Colors): Plugin {
  return {
    id: 'flags',
    afterDatasetsDraw: (chart) => {
      const sorted = flags.toSorted((a, b) => a.at - b.at);
      let row = 0;
      let end = Number.NEGATIVE_INFINITY;
      for (const flag of sorted) {
        const placed = placeFlag(chart, flag);
        row = placed.from < end ? row + 1 : 0;
        end = Math.max(row === 0 ? placed.to : end, placed.to);
        drawFlag({ chart, flag, placed, row, colors });
      }
    },
  };
}

interface Placed {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly isLeft: boolean;
}

function placeFlag(chart: Chart, { at, label }: Flag): Placed {
  const { ctx, chartArea } = chart;
  ctx.font = font();
  const x = chart.scales['x']?.getPixelForValue(at) ?? chartArea.left;
  const width = ctx.measureText(label).width + 8;
  const isLeft = x + width > chartArea.right;
  return { x, isLeft, from: isLeft ? x - width : x, to: isLeft ? x : x + width };
}

interface FlagDrawing {
  readonly chart: Chart;
  readonly flag: Flag;
  readonly placed: Placed;
  readonly row: number;
  readonly colors: Colors;
}

function drawFlag({ chart, flag, placed, row, colors }: FlagDrawing): void {
  const { ctx, chartArea } = chart;
  const { x, isLeft } = placed;
  if (x < chartArea.left - 1 || x > chartArea.right + 1) return;
  const top = chartArea.top - 4 - row * rowHeight;
  ctx.save();
  line(ctx, { x, from: top - 10, to: chartArea.top, color: colors.zero, width: 1, dash: [] });
  line(ctx, { x, from: chartArea.top, to: chartArea.bottom, ...lineOf(flag.kind, colors) });
  ctx.fillStyle = flag.kind === 'tried' ? colors.you : colors.soft;
  ctx.font = font(flag.kind === 'tried' || flag.kind === 'file');
  ctx.textAlign = isLeft ? 'right' : 'left';
  ctx.textBaseline = 'bottom';
  ctx.fillText(flag.label, x + (isLeft ? -4 : 4), top + 2);
  ctx.restore();
}

interface Line {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly color: string;
  readonly width: number;
  readonly dash: number[];
}

function lineOf(kind: Flag['kind'], colors: Colors): Pick<Line, 'color' | 'width' | 'dash'> {
  const looks = {
    minimum: { color: colors.below, width: 2, dash: [4, 3] },
    cutoff: { color: colors.met, width: 2, dash: [] },
    best: { color: colors.soft, width: 1.5, dash: [2, 3] },
    tried: { color: colors.you, width: 2, dash: [] },
    file: { color: colors.text, width: 3, dash: [] },
    rule: { color: colors.zero, width: 1, dash: [2, 2] },
  };
  return looks[kind];
}

function line(ctx: CanvasRenderingContext2D, { x, from, to, color, width, dash }: Line): void {
  ctx.beginPath();
  ctx.setLineDash(dash);
  ctx.lineWidth = width;
  ctx.strokeStyle = color;
  ctx.moveTo(x, from);
  ctx.lineTo(x, to);
  ctx.stroke();
  ctx.setLineDash([]);
}

/** 12 px, like the page's text. */
export function font(isBold = false): string {
  return `${isBold ? '620 ' : ''}12px ${getComputedStyle(document.documentElement).getPropertyValue('--sans')}`;
}

/** Titles of the axes: above the y axis, and at the right end of the x axis. */
export function axisTitles(x: string, y: string, colors: Colors): Plugin {
  return {
    id: 'axis-titles',
    afterDraw: ({ ctx, chartArea, height }) => {
      ctx.save();
      ctx.font = font();
      ctx.fillStyle = colors.soft;
      ctx.textBaseline = 'bottom';
      ctx.textAlign = 'left';
      ctx.fillText(y, 0, Math.max(14, chartArea.top - 8));
      if (x !== '') {
        const width = ctx.measureText(x).width;
        ctx.fillStyle = colors.surface;
        ctx.fillRect(chartArea.right - width - 6, height - 17, width + 8, 17);
        ctx.fillStyle = colors.soft;
        ctx.textAlign = 'right';
        ctx.fillText(x, chartArea.right, height - 2);
      }
      ctx.restore();
    },
  };
}
