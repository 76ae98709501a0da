import { compareQuality } from '../../scoring/decision/quality-order.ts';
import { dayMs } from '../shared/days.ts';
import { pointsOf } from '../shared/indexed-file.ts';
import { type Fault, faultBetween } from './fault.ts';
import type { CompletedGrab, SlotStory } from './slot-story.ts';

/** A slot that is filled again and again without getting better. */
export interface Loop {
  readonly story: SlotStory;
  /** The downloads in question, oldest first. */
  readonly grabs: readonly CompletedGrab[];
  readonly last: Date;
  /** What the last file has over the first that was replaced, by today's rules. */
  readonly gain: number;
  readonly fault: Fault | null;
}

const windowMs = 60 * dayMs;
const fewestGrabs = 3;

/** Three downloads or more within 60 days, and the last file is not a step better than the first that went. */
export function findLoop(story: SlotStory): Loop | null {
  if (story.completed.length < fewestGrabs) return null;
  let most: Loop | null = null;
  for (const grabs of windows(story.completed)) {
    const loop = loopIn(story, grabs);
    if (loop !== null && grabs.length >= (most?.grabs.length ?? 0)) most = loop;
  }
  return most;
}

/** From each download the ones of the 60 days after it: a good one at the start may hide the loop that follows. */
function windows(completed: readonly CompletedGrab[]): readonly (readonly CompletedGrab[])[] {
  return completed.map(({ grab }, at) => {
    const end = grab.at.getTime() + windowMs;
    return completed.slice(at).filter((one) => one.grab.at.getTime() <= end);
  });
}

function loopIn(story: SlotStory, grabs: readonly CompletedGrab[]): Loop | null {
  const last = grabs.at(-1);
  if (grabs.length < fewestGrabs || last === undefined) return null;
  const gain = gainOver(story, grabs, last);
  if (gain === null || gain >= story.group.profile.minUpgradeFormatScore) return null;
  return { story, grabs, last: last.grab.at, gain, fault: faultOf(story, grabs) };
}

/** null where a better quality came in, for that is worth a download, and where the formats are not known. */
function gainOver(
  { group, replacements }: SlotStory,
  grabs: readonly CompletedGrab[],
  { imported }: CompletedGrab,
): number | null {
  const first = grabs[0]?.imported;
  if (first === undefined || imported.scoreToday === null) return null;
  const replaced = replacements.find(({ moment }) => moment === first.at.getTime());
  const quality = replaced?.qualityBefore ?? first.quality;
  if (compareQuality(group.profile, imported.quality, quality) > 0) return null;
  const before = replaced?.scoreBefore ?? pointsOf(group, first.formatsToday);
  return pointsOf(group, imported.formatsToday) - before;
}

/** The format that costs most between grab and import, over all the downloads. */
function faultOf({ group }: SlotStory, grabs: readonly CompletedGrab[]): Fault | null {
  const faults = grabs
    .map(({ grab, imported }) => faultBetween(grab.formatsToday, imported.formatsToday, group))
    .filter((fault) => fault !== null);
  return faults.toSorted((a, b) => a.points - b.points)[0] ?? null;
}

/** A release that was grabbed into the same slot more than once. */
export interface Repeat {
  readonly story: SlotStory;
  readonly release: string;
  readonly times: number;
  readonly last: Date;
}

/** The release that came most often, if it came again. */
export function findRepeat(story: SlotStory): Repeat | null {
  const byRelease = Map.groupBy(story.grabs, ({ sourceTitle }) => sourceTitle);
  const [most] = [...byRelease].toSorted(([, a], [, b]) => b.length - a.length);
  if (most === undefined) return null;
  const [release, grabs] = most;
  const last = grabs.at(-1);
  if (grabs.length < 2 || last === undefined) return null;
  return { story, release, times: grabs.length, last: last.at };
}
