import { AppError } from '../../lib/errors.ts';
import type { RunningInstance } from '../../simulator/instance-options.ts';
import { type ProcessInstance, startSimulatorProcess } from '../../simulator/start-process.ts';
import { type StoryControl, startSimulator } from '../../simulator/start-simulator.ts';
import type { Talk } from './talk.ts';

/** How large the libraries are; null is the one that was recorded, of some hundred files. */
export interface DemoLibraries {
  readonly movies: number | null;
  readonly series: number | null;
  /** The same seed draws the same libraries. */
  readonly seed: string;
}

/** Simulated servers until they are disposed of. */
export interface DemoServers extends AsyncDisposable {
  readonly instances: readonly RunningInstance[];
  /** null where the libraries are drawn: nothing happens in them. */
  readonly story: StoryControl | null;
}

/** Who is told that it takes its time, and what ends it. */
export interface DemoStart {
  readonly talk: Talk;
  readonly signal: AbortSignal;
}

/** More would not fit into the memory of the machine that plays the server. */
const mostItems = 500_000;

/** A number of movies or series as given. @throws {AppError} code `config` */
export function readCount(flag: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const count = /^\d+$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= mostItems) return count;
  throw new AppError(`${flag}: "${text}" is not a whole number from 1 to ${mostItems}`, {
    code: 'config',
    hint: `Write ${flag} 20000.`,
  });
}

/**
 * Starts a Radarr and a Sonarr. Drawn libraries are served from a process of their own, so that what is
 * measured of the tool is the tool.
 *
 * @throws the signal's reason when interrupted
 */
export async function startDemoServers(
  { movies, series, seed }: DemoLibraries,
  { talk, signal }: DemoStart,
): Promise<DemoServers> {
  const library = { kind: 'story' } as const;
  if (movies === null && series === null) {
    return startSimulator({ radarr: { library }, sonarr: { library } });
  }
  talk.say('info', 'drawing the libraries, some seconds for each 100,000 files');
  const options = { radarr: playing(movies, seed), sonarr: playing(series, seed) };
  try {
    return { ...(await startSimulatorProcess(options, signal)), story: null };
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}

function playing(items: number | null, seed: string): ProcessInstance {
  return items === null ? {} : { library: { kind: 'generated', items, seed } };
}
