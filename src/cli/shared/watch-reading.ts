import { addressesAmong, type InstanceName } from '../../model/instance.ts';
import type { Effects } from '../../pipeline/effects.ts';
import type { TellReading } from '../../pipeline/reading-event.ts';
import type { Terminal } from '../command.ts';
import { createReadingTalk } from './reading-talk.ts';
import type { Talk } from './talk.ts';

/** Who hears about readings, and where. */
export interface Watchers {
  readonly talk: Talk;
  readonly terminal: Terminal;
  /** Whether bars are wanted where somebody watches. */
  readonly mayDraw: boolean;
  readonly instances: readonly InstanceName[];
}

/** Tells of readings: by bars where somebody watches, else by lines. Disposing gives the terminal back. */
export async function watchReading(
  { talk, terminal: { stderr: sink }, mayDraw, instances }: Watchers,
  { elapsedMs, now }: Effects,
): Promise<Disposable & { readonly tell: TellReading }> {
  using opened = new DisposableStack();
  const addresses = instances.map(addressesAmong(instances));
  const bars =
    mayDraw && sink.isTTY === true
      ? opened.use((await import('./bars.ts')).createBars({ sink, addresses, now: elapsedMs }))
      : null;
  if (bars !== null) opened.use(talk.through(bars.above));
  const kept = opened.move();
  return {
    tell: createReadingTalk({ talk, bars, instances, now }),
    [Symbol.dispose]: () => kept.dispose(),
  };
}
