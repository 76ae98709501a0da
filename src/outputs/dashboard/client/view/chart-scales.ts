import type { ChartOptions, TooltipOptions } from 'chart.js';
import type { Colors } from './chart-setup.ts';

/** A linear axis with a few round values and a stronger zero line. */
export function linearAxis(
  colors: Colors,
  {
    isX,
    ticks,
    write,
  }: { readonly isX: boolean; readonly ticks: readonly number[]; readonly write: (value: number) => string },
): NonNullable<ChartOptions['scales']>[string] {
  const wanted = [...ticks];
  return {
    type: 'linear',
    min: wanted[0] ?? 0,
    max: wanted.at(-1) ?? 1,
    border: { display: false },
    grid: {
      display: !isX,
      drawTicks: false,
      color: ({ tick }: { tick?: { value: number } }) => (tick?.value === 0 ? colors.zero : colors.grid),
    },
    ticks: {
      color: colors.quiet,
      padding: 8,
      maxRotation: 0,
      autoSkip: isX,
      callback: (value: number | string) => write(Number(value)),
    },
    afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
      // The end of the x axis is where its title stands.
      axis.ticks = (isX ? wanted.slice(0, -1) : wanted).map((value) => ({ value }));
    },
  };
}

/** Ink, figures right; shown by pointing and by keyboard. */
function tooltip(colors: Colors): Partial<TooltipOptions> {
  return {
    backgroundColor: colors.ink,
    titleColor: colors.onInk,
    bodyColor: colors.onInk,
    padding: 8,
    cornerRadius: 4,
    boxPadding: 4,
    displayColors: false,
  };
}

/** The part of the options that all charts share. */
export function sharedOptions(colors: Colors, topRoom: number): ChartOptions {
  return {
    responsive: true,
    layout: { padding: { top: topRoom, right: 2, bottom: 2, left: 0 } },
    plugins: { tooltip: tooltip(colors) },
    interaction: { mode: 'index', intersect: false },
  };
}
