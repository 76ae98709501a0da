import type { Service } from '../model/service.ts';
import type { Work } from './answer.ts';
import type { Cost } from './instance-options.ts';
import { pause } from './pause.ts';

/** How long a unit of work takes on a real server, in milliseconds. */
interface Prices {
  readonly items: number;
  readonly files: number;
  readonly rows: number;
  /** Answers whose formats are computed at the same time. */
  readonly workers: number;
}

/** With about 240 formats. Source: recordings/README.md, last paragraph; servarr.md 12. */
const prices: Readonly<Record<Service, Prices>> = {
  radarr: { items: 0.17, files: 1.1, rows: 1.2, workers: 1 },
  sonarr: { items: 0.5, files: 0.9, rows: 1.2, workers: 2 },
};

/** Radarr's files cost twice as much in chunks below this. */
const smallChunk = 50;

/** How long this work keeps a real server busy, in milliseconds. */
export function workMs(service: Service, { kind, count }: Work): number {
  const isSmall = service === 'radarr' && kind === 'files' && count < smallChunk;
  return prices[service][kind] * count * (isSmall ? 2 : 1);
}

/** Waits as long as a real server would take; work that computes formats queues up for its workers. */
export type Toil = (work: Work | null, signal: AbortSignal) => Promise<void>;

/** The waiting of one server. Nothing is computed: only timers run. */
export function createToil(service: Service, cost: Cost, latencyMs: number): Toil {
  const queues = Array.from({ length: prices[service].workers }, () => ({
    dueMs: 0,
    last: Promise.resolve(),
  }));
  return async (work, signal) => {
    const ms = cost === 'real' && work !== null ? workMs(service, work) : 0;
    if (work === null || work.kind === 'items') return pause(ms + latencyMs, signal);
    const queue = queues.toSorted((a, b) => a.dueMs - b.dueMs)[0];
    if (queue === undefined || ms === 0) return pause(latencyMs, signal);
    queue.dueMs += ms;
    queue.last = queue.last.then(() => pause(ms, signal));
    await queue.last;
    queue.dueMs -= ms;
    await pause(latencyMs, signal);
  };
}
