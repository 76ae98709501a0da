import type { LibraryIndex } from '../shared/library-index.ts';
import { type Fault, faultBetween } from './fault.ts';
import type { SlotStory } from './slot-story.ts';

/** A score that fell without anything being downloaded. */
export interface Drift {
  readonly story: SlotStory;
  readonly at: Date;
  readonly from: number;
  readonly to: number;
  readonly fault: Fault | null;
}

/** The newest import that scored lower than its grab, by the scores of that time. */
export function findImportDrift(story: SlotStory): Drift | null {
  const drifts = story.completed.flatMap(({ grab, imported }) => {
    const [from, to] = [grab.scoreThen, imported.scoreThen];
    if (from === null || to === null || to >= from) return [];
    const fault = faultBetween(grab.formatsToday, imported.formatsToday, story.group);
    return [{ story, at: imported.at, from, to, fault }];
  });
  return drifts.at(-1) ?? null;
}

/** The file of today, if it scores lower than at its import though the rules were not edited since we watch. */
export function findSunkFile(story: SlotStory, edited: ReadonlyMap<string, Date>): Drift | null {
  const { indexed, events, group } = story;
  if (indexed === null) return null;
  const { file } = indexed;
  const imported = events.findLast(
    ({ kind, fileId }) => kind === 'imported' && (fileId === null || fileId === file.fileId),
  );
  const from = imported?.scoreThen ?? null;
  if (imported === undefined || from === null || file.score >= from) return null;
  const edit = edited.get(group.instanceKey);
  if (edit !== undefined && edit >= imported.at) return null;
  const present = file.formats.map(({ id }) => id);
  const fault = faultBetween(imported.formatsToday, present, group);
  return { story, at: imported.at, from, to: file.score, fault };
}

/** When the rules of each instance were last edited, as far as we saw. */
export function lastEdits({ library }: LibraryIndex): ReadonlyMap<string, Date> {
  return new Map(library.ruleChanges.map(({ instanceKey, at }) => [instanceKey, at]));
}
