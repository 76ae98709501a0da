import type { InstanceConfig } from '../../config/config.ts';
import { partition } from '../../lib/partition.ts';
import { describeFailure } from '../../model/arr-failure.ts';
import type { InstanceName } from '../../model/instance.ts';
import { collect } from '../../pipeline/collect.ts';
import type { CollectedInstance } from '../../pipeline/collect-instance.ts';
import type { CollectRequest } from '../../pipeline/collect-request.ts';
import type { Effects } from '../../pipeline/effects.ts';
import { createJudges } from '../../pipeline/judges.ts';
import { makeReport } from '../../pipeline/make-report.ts';
import { openLibrary } from '../../pipeline/open-library.ts';
import type { ReadingEvent } from '../../pipeline/reading-event.ts';
import { writeReport } from '../../pipeline/write-report.ts';
import type { StoryControl } from '../../simulator/start-simulator.ts';
import { collectedLines } from './collected-lines.ts';
import type { Talk } from './talk.ts';

/**
 * Steps of the recorded story, one a day: the start, scores edited, a pattern edited, thresholds edited, files replaced,
 * attributes edited, several at once, traps of replacement, settings that touch no score.
 */
const playedSteps = [0, 1, 3, 7, 10, 12, 15, 19, 20] as const;

const dayMs = 86_400_000;

/** What is played, and who hears about it. */
export interface DemoPlay {
  /** null: nothing happens, and one day is collected. */
  readonly story: StoryControl | null;
  readonly instances: readonly InstanceConfig[];
  readonly store: CollectRequest['store'];
  readonly talk: Talk;
}

/** Collects one day of the story after the other; the last one is today. @returns how many. @throws {AppError} code `store` */
export async function playStory(
  { story, instances, store, talk }: DemoPlay,
  effects: Effects,
): Promise<number> {
  const today = effects.now().getTime();
  const steps = story === null ? [0] : playedSteps;
  for (const [at, step] of steps.entries()) {
    story?.goTo(step);
    const day = new Date(today - (steps.length - 1 - at) * dayMs);
    const collected = await collect(
      {
        instances,
        proxy: { httpProxy: null, httpsProxy: null, noProxy: null },
        store,
        plan: null,
        acceptNewServer: false,
        withHistory: true,
        judges: createJudges(),
        tell: (instance, event) => sayFailure(instance, event, talk),
      },
      { ...effects, now: () => day },
    );
    for (const one of collected) sayDay(one, `day ${at + 1} of ${steps.length}`, talk);
  }
  return steps.length;
}

/** What went wrong on a day; all else is told when the day is over. */
function sayFailure({ service }: InstanceName, event: ReadingEvent, talk: Talk): void {
  if (event.kind === 'failed') talk.say('warning', `${service}: ${describeFailure(event.failure)}`);
}

/** One line a day; the rest for those who ask for everything. */
function sayDay(collected: CollectedInstance, day: string, talk: Talk): void {
  const [told, more] = partition(collectedLines(collected), ({ level }) => level === 'info');
  for (const { text } of told.slice(0, 1)) talk.say('info', `${day}  ${collected.instance.service}: ${text}`);
  for (const { text } of [...told.slice(1), ...more]) talk.say('detail', `  ${text}`);
}

/** What is drawn, and where to. */
export interface DemoDrawing extends Pick<DemoPlay, 'store' | 'instances'> {
  /** That were played. */
  readonly days: number;
  readonly folder: string;
}

/** Draws the dashboard of what was played. @throws {AppError} */
export async function drawDemo(
  { store, instances, days, folder }: DemoDrawing,
  { now, signal }: Effects,
): ReturnType<typeof writeReport> {
  const { library } = await openLibrary(store, instances);
  const since = new Date(now().getTime() - days * dayMs);
  const report = makeReport(library, { names: null, now: now(), since, isNarrowed: false });
  return writeReport({ report, formats: ['dashboard'], folder, name: 'dashboard', signal });
}
