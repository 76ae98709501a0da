import PQueue from 'p-queue';
import type { InstanceConfig } from '../config/config.ts';
import type { ProxySettings } from '../model/proxy-settings.ts';
import type { Effects } from './effects.ts';
import { readInstance } from './read-instance.ts';
import type { TellReading } from './reading-event.ts';
import { openOwnSpool, openSpoolFolder } from './spool-folder.ts';
import type { InstanceOutcome } from './spooled-reading.ts';

/** All readings of one run; disposing of them removes their spools. */
export interface Outcomes extends Disposable {
  /** In the order in which instances are configured. */
  readonly outcomes: readonly InstanceOutcome[];
}

/** What to read. */
export interface ReadInstancesRequest {
  readonly instances: readonly InstanceConfig[];
  readonly proxy: ProxySettings;
  /** `computed`: Radarr's formats are computed here and a sample is asked. */
  readonly plan?: 'asked' | 'computed';
  readonly tell: TellReading;
}

/** Instances that are read side by side; the others wait. */
const sideBySide = 16;

/**
 * Reads every instance, side by side.
 *
 * @throws {AppError} code `output` when the folder for temporary files cannot be written to;
 *   the reason of the effects' signal when interrupted, with nothing left behind
 */
export async function readInstances(request: ReadInstancesRequest, effects: Effects): Promise<Outcomes> {
  await openSpoolFolder();
  const context = { effects, ...request, newSpool: () => openOwnSpool(null), carriable: null };
  const queue = new PQueue({ concurrency: sideBySide });
  using opened = new DisposableStack();
  const settled = await Promise.allSettled(
    request.instances.map((config) => queue.add(() => readInstance(config, context))),
  );
  for (const end of settled) {
    if (end.status === 'fulfilled' && end.value.ok) opened.use(end.value.reading);
  }
  const outcomes = settled.map((end) => {
    if (end.status === 'rejected') throw end.reason;
    return end.value;
  });
  const kept = opened.move();
  return { outcomes, [Symbol.dispose]: () => kept.dispose() };
}
