import { instanceAddress } from '../../model/instance.ts';
import { type CollectRequest, collect } from '../../pipeline/collect.ts';
import type { CollectedInstance } from '../../pipeline/collect-instance.ts';
import type { Effects } from '../../pipeline/effects.ts';
import { createJudges } from '../../pipeline/judges.ts';
import type { Terminal } from '../command.ts';
import { collectedLines } from './collected-lines.ts';
import { createReadingTalk } from './reading-talk.ts';
import type { Talk } from './talk.ts';
import { openWatchedBars } from './watched-bars.ts';

/** A collection, and who hears about it. */
export interface AloudRequest extends Omit<CollectRequest, 'tell' | 'judges'> {
  readonly talk: Talk;
  readonly terminal: Terminal;
  /** Whether bars are wanted where somebody watches. */
  readonly mayDraw: boolean;
}

/** Collects, with bars or lines on the way, and says what each snapshot brought. @throws {AppError} code `store` */
export async function collectAloud(
  request: AloudRequest,
  effects: Effects,
): Promise<readonly CollectedInstance[]> {
  const { talk, terminal, mayDraw, instances } = request;
  using opened = new DisposableStack();
  const bars = mayDraw ? opened.use(await openWatchedBars(terminal, instances, effects.elapsedMs)) : null;
  const tell = createReadingTalk({ talk, bars, instances, now: effects.now });
  const collected = await collect({ ...request, judges: createJudges(), tell }, effects);
  opened.dispose();
  for (const one of collected) {
    const address = instanceAddress(one.instance, instances);
    for (const { level, text } of collectedLines(one)) talk.say(level, `${address}: ${text}`);
  }
  return collected;
}
