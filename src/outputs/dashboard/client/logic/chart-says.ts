import type { BarsBlock, LineBlock, ScatterBlock } from '../../../../model/block.ts';
import { messages } from './messages.ts';

/** Any block that is drawn as a chart. */
export type ChartBlock = BarsBlock | LineBlock | ScatterBlock;

/** What a chart shows, in one sentence, for those who do not see it. */
export function chartSays(block: ChartBlock, write: (value: number) => string): string {
  if (block.kind === 'scatter') return `${block.title}. ${block.subtitle}`;
  const values =
    block.kind === 'bars'
      ? block.bars.flatMap((bar) => bar.values)
      : block.series.flatMap((one) => one.values);
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return `${block.title}. ${messages.emptyList}`;
  return `${block.title}. ${block.subtitle} ${messages.fromTo(write(Math.min(...known)), write(Math.max(...known)))}`;
}
