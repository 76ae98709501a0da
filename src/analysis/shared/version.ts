import type { FileState } from '../../model/change.ts';
import type { HistoryEvent } from '../../model/history-event.ts';
import type { FileQuality } from '../../model/quality.ts';
import { type ProfileGroup, pointsOf } from './indexed-file.ts';

/** One of the files that were in a slot one after the other. */
export interface Version {
  readonly at: Date;
  readonly quality: FileQuality;
  /** What its formats are worth in the profile the item has today. */
  readonly scoreToday: number;
  /** null where the server does not say. */
  readonly sizeBytes: number | null;
  /** The server's own id of the file; null where it does not say. */
  readonly fileId: number | null;
  /** The release, or the file's path. */
  readonly name: string;
  /** Joins the slots that one download fills; null where there is none. */
  readonly downloadId: string | null;
  /** What tells of it: the server's own history, or a snapshot of ours. */
  readonly source: HistoryEvent | FileState;
}

/** A version as the server's own history tells it; null where it does not know the formats. */
export function versionOfEvent(event: HistoryEvent, group: ProfileGroup): Version | null {
  const { at, quality, formatsToday, scoreToday, sizeBytes, fileId, downloadId, sourceTitle: name } = event;
  if (scoreToday === null) return null;
  const points = pointsOf(group, formatsToday);
  return { at, quality, scoreToday: points, sizeBytes, fileId, name, downloadId, source: event };
}

/** A version as a snapshot of ours saw it. */
export function versionOfState(state: FileState, group: ProfileGroup, at: Date): Version {
  const { quality, formats, sizeBytes, fileId, relativePath: name } = state;
  let scoreToday = 0;
  for (const { id } of formats) scoreToday += group.points.get(id) ?? 0;
  return { at, quality, scoreToday, sizeBytes, fileId, name, downloadId: null, source: state };
}

/** Whether a format matched it. */
export function hasFormat({ source }: Version, formatId: number): boolean {
  if ('formatsToday' in source) return source.formatsToday.includes(formatId);
  return source.formats.some(({ id }) => id === formatId);
}
