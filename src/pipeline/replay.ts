import type { InstanceConfig } from '../config/config.ts';
import { instanceKey } from '../model/instance.ts';
import type { ProxySettings } from '../model/proxy-settings.ts';
import type { Report } from '../model/report.ts';
import { collect } from './collect.ts';
import type { Effects } from './effects.ts';
import { createJudges } from './judges.ts';
import { makeReport } from './make-report.ts';
import { openStoreFor } from './open-store.ts';
import type { TellReading } from './reading-event.ts';

/** A moment at which everything is read. */
export interface Moment {
  readonly at: Date;
  /** Makes the servers what they were then. */
  readonly prepare: () => void;
}

/** What is read, when, and where it is kept. */
export interface ReplayRequest {
  readonly instances: readonly InstanceConfig[];
  readonly proxy: ProxySettings;
  /** As `store` of the configuration. */
  readonly store: string;
  /** In order of time. */
  readonly moments: readonly Moment[];
  readonly tell: TellReading;
}

/**
 * Collects at each moment, as if so much time had passed, then reports on the library with its history.
 *
 * @throws {AppError} code `store` when the database fails; the reason of the effects' signal when interrupted
 */
export async function replay(request: ReplayRequest, effects: Effects): Promise<Report> {
  const { instances, proxy, moments, tell } = request;
  const judges = createJudges();
  await using store = await openStoreFor({ store: request.store }, 'collect');
  for (const { at, prepare } of moments) {
    prepare();
    const then = { ...effects, now: () => at };
    await collect(
      { instances, proxy, store, plan: null, acceptNewServer: false, withHistory: true, judges, tell },
      then,
    );
  }
  const since = new Date(0);
  const stored = await store.loadLibrary({ instances: null, ...judges, since, withRescored: true });
  const links = new Map(instances.map((one) => [instanceKey(one), one.externalUrl]));
  const library = {
    ...stored,
    instances: stored.instances.map((one) => ({
      ...one,
      externalUrl: links.get(instanceKey(one.instance)) ?? null,
    })),
  };
  return makeReport(library, { names: null, now: effects.now(), since, isNarrowed: false });
}
