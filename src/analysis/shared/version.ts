import type { FileState } from '../../model/change.ts';
import type { HistoryEvent } from '../../model/history-event.ts';
import type { FileQuality } from '../../model/quality.ts';
import { type ProfileGroup, pointsOf } from './indexed-file.ts';

/** One of the files that were in a slot one after the other. */
export interface Version {
  readonly at: Date;
  /** The release, or the file's path. */
  readonly name: string;
  readonly quality: FileQuality;
  readonly formatIds: readonly number[];
  /** What its formats are worth in the profile the item has today. */
  readonly scoreToday: number;
  /** null where the server does not say. */
  readonly sizeBytes: number | null;
  /** The server's own id of the file; null where it does not say. */
  readonly fileId: number | null;
  /** One download is one, however many slots it fills. */
  readonly download: string;
}

/** A version as the server's own history tells it; null where it does not know the formats. */
export function versionOfEvent(event: HistoryEvent, group: ProfileGroup): Version | null {
  const { at, sourceTitle, quality, formatsToday, scoreToday, sizeBytes, downloadId, fileId } = event;
  if (scoreToday === null) return null;
  return {
    at,
    name: sourceTitle,
    quality,
    formatIds: formatsToday,
    scoreToday: pointsOf(group, formatsToday),
    sizeBytes,
    fileId,
    download: `${group.instanceKey} ${downloadId ?? `file ${fileId} ${at.getTime()}`}`,
  };
}

/** A version as a snapshot of ours saw it. */
export function versionOfState(state: FileState, group: ProfileGroup, at: Date): Version {
  const formatIds = state.formats.map(({ id }) => id);
  return {
    at,
    name: state.relativePath,
    quality: state.quality,
    formatIds,
    scoreToday: pointsOf(group, formatIds),
    sizeBytes: state.sizeBytes,
    fileId: state.fileId,
    download: `${group.instanceKey} file ${state.fileId}`,
  };
}
