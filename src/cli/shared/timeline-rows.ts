import { describeCause } from '../../model/changes/describe-cause.ts';
import { describeChange, describeFormatsMoved } from '../../model/changes/describe-change.ts';
import { describeEventKind } from '../../model/changes/describe-event.ts';
import type { ChangeEntry, EventEntry, HistoryEntry } from '../../model/history-entry.ts';
import { count, fileSize } from './words.ts';

/** One line of a card's timeline. */
export interface TimelineRow {
  readonly at: Date;
  /** Behind it; null where there is no file, or none is known. */
  readonly score: number | null;
  readonly difference: number;
  readonly words: string;
  /** The release or path an event is about; null for what was found by comparing. */
  readonly release: string | null;
}

/** The timeline of a card, oldest first: a grab that was imported is told with its import. */
export function timelineRows(timeline: readonly HistoryEntry[]): readonly TimelineRow[] {
  const events = timeline.filter((entry) => entry.kind === 'event');
  return timeline.flatMap((entry): readonly TimelineRow[] => {
    if (entry.kind === 'change') return [changeRow(entry)];
    return entry.kind === 'event' ? eventRow(entry, events) : [];
  });
}

function changeRow({ at, change }: ChangeEntry): TimelineRow {
  const { before, after, causes } = change;
  const told = causes.filter(({ kind }) => causes.length > 1 || kind !== 'file-replaced');
  const why = told.map((cause) => {
    const points = `${cause.points > 0 ? '+' : ''}${count(cause.points)}`;
    return `${describeCause(cause, count)}${causes.length > 1 ? ` ${points}` : ''}`;
  });
  const words = [...describeChange(change, fileSize), ...why, ...describeFormatsMoved(change, count)];
  return {
    at,
    score: after?.score ?? null,
    difference: before === null || after === null ? 0 : after.score - before.score,
    words: words.map((line) => line.trim()).join('; '),
    release: null,
  };
}

function eventRow({ at, event }: EventEntry, events: readonly EventEntry[]): readonly TimelineRow[] {
  const { kind, sourceTitle: release, scoreThen, downloadId } = event;
  const partners = downloadId === null ? [] : events.filter((other) => other.event.downloadId === downloadId);
  if (kind === 'grabbed' && partners.some((other) => other.event.kind === 'imported')) return [];
  const words = kind === 'imported' ? importedWords(scoreThen, partners) : describeEventKind(event);
  // A delete has the score of the file that is gone.
  return [{ at, score: kind === 'deleted' ? null : scoreThen, difference: 0, words, release }];
}

function importedWords(score: number | null, partners: readonly EventEntry[]): string {
  const grab = partners.find(({ event }) => event.kind === 'grabbed');
  const then = grab?.event.scoreThen ?? null;
  if (then === null || score === null) return 'imported';
  return then === score ? 'imported, as grabbed' : `imported, grabbed with ${count(then)}`;
}
