import { instanceAddress } from '../../model/instance.ts';
import { collect } from '../../pipeline/collect.ts';
import type { CollectedInstance } from '../../pipeline/collect-instance.ts';
import type { CollectRequest } from '../../pipeline/collect-request.ts';
import type { Effects } from '../../pipeline/effects.ts';
import { createJudges } from '../../pipeline/judges.ts';
import type { Terminal } from '../command.ts';
import { collectedLines } from './collected-lines.ts';
import type { Talk } from './talk.ts';
import { watchReading } from './watch-reading.ts';

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
  const { talk, instances } = request;
  using watched = await watchReading(request, effects);
  const collected = await collect({ ...request, judges: createJudges(), tell: watched.tell }, effects);
  watched[Symbol.dispose]();
  for (const one of collected) {
    const address = instanceAddress(one.instance, instances);
    for (const { level, text } of collectedLines(one)) talk.say(level, `${address}: ${text}`);
  }
  return collected;
}
