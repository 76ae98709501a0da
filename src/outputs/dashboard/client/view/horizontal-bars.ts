import type { BarsBlock } from '../../../../model/block.ts';
import type { Numbers } from '../logic/numbers.ts';
import { sharedOptions } from './chart-scales.ts';
import type { ChartMaker } from './chart-view.tsx';

/** Bars that lie, with their figure written in the label: the picture of what the page draws as rows. */
export function horizontalBars(block: BarsBlock, numbers: Numbers): ChartMaker {
  const sums = block.bars.map(({ values }) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0));
  return (colors) => ({
    type: 'bar',
    data: {
      labels: block.bars.map(({ label }, at) => `${label}  ${numbers.inUnit(sums[at] ?? 0, block.unit)}`),
      datasets: block.parts.map((label, part) => ({
        label,
        data: block.bars.map(({ values }) => values[part] ?? null),
        backgroundColor:
          block.parts.length === 1
            ? sums.map((sum) => (sum < 0 ? colors.below : colors.plot))
            : (colors.states[part] ?? colors.plot),
      })),
    },
    options: {
      ...sharedOptions(colors, 4),
      indexAxis: 'y',
      scales: {
        x: { stacked: true, display: false },
        y: {
          stacked: true,
          grid: { display: false },
          border: { display: false },
          ticks: { color: colors.text },
        },
      },
    },
  });
}
