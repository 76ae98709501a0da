import type { FileState } from '../../model/change.ts';
import type { HistoryEvent } from '../../model/history-event.ts';
import { type ProfileGroup, pointsOf } from './indexed-file.ts';

/** One of the files that were in a slot one after the other. */
export interface Version {
  readonly at: Date;
  /** What its formats are worth in the profile the item has today. */
  readonly scoreToday: number;
  /** What tells of it: the server's own history, or a snapshot of ours. */
  readonly source: HistoryEvent | FileState;
}

/** A version as the server's own history tells it; null where it does not know the formats. */
export function versionOfEvent(event: HistoryEvent, group: ProfileGroup): Version | null {
  const { at, formatsToday, scoreToday } = event;
  return scoreToday === null ? null : { at, scoreToday: pointsOf(group, formatsToday), source: event };
}

/** A version as a snapshot of ours saw it. */
export function versionOfState(state: FileState, group: ProfileGroup, at: Date): Version {
  let scoreToday = 0;
  for (const { id } of state.formats) scoreToday += group.points.get(id) ?? 0;
  return { at, scoreToday, source: state };
}

/** Whether a format matched it. */
export function hasFormat({ source }: Version, formatId: number): boolean {
  if ('formatsToday' in source) return source.formatsToday.includes(formatId);
  return source.formats.some(({ id }) => id === formatId);
}

/** Joins the slots that one file fills: its own id, otherwise the download's, otherwise the release. */
export function fileOf({ source }: Version): string | number {
  if (!('downloadId' in source)) return source.fileId;
  return source.fileId ?? source.downloadId ?? source.sourceTitle;
}

/** Joins the slots that one file filled before it was replaced: its own id, otherwise the release. */
export function replacedFileOf({ source }: Version): string | number {
  return 'sourceTitle' in source ? (source.fileId ?? source.sourceTitle) : source.fileId;
}
