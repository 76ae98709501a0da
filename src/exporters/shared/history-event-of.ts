import type { HistoryEvent, HistoryEventKind } from '../../model/history-event.ts';
import type { Slot } from '../../model/slot.ts';
import type { HistoryRow } from './history-shape.ts';

/** The servers' names of events; their numbers differ between Radarr and Sonarr. Source: servarr.md 2.7, 3.6. */
const kinds: ReadonlyMap<string, HistoryEventKind> = new Map([
  ['grabbed', 'grabbed'],
  ['downloadFolderImported', 'imported'],
  ['movieFolderImported', 'imported'],
  ['seriesFolderImported', 'imported'],
  ['downloadFailed', 'failed'],
  ['downloadIgnored', 'ignored'],
  ['movieFileDeleted', 'deleted'],
  ['episodeFileDeleted', 'deleted'],
  ['movieFileRenamed', 'renamed'],
  ['episodeFileRenamed', 'renamed'],
]);

/** The event of a row; null for a kind that we do not know. */
export function historyEventOf(row: HistoryRow, slot: Slot): HistoryEvent | null {
  const kind = kinds.get(row.eventType);
  if (kind === undefined) return null;
  const { data } = row;
  return {
    slot,
    at: row.date,
    kind,
    sourceTitle: withoutAddresses(row.sourceTitle),
    quality: row.quality,
    downloadId: row.downloadId === null ? null : withoutAddresses(row.downloadId),
    fileId: data.fileId,
    sizeBytes: data.sizeBytes,
    releaseGroup: data.releaseGroup,
    scoreThen: data.scoreThen,
    scoreToday: row.scoreToday,
    formatsToday: row.formatIds,
    reason: kind === 'deleted' ? lowerFirst(data.reason) : null,
  };
}

/** A title is a stranger's text: an address in it may hold somebody's passkey. */
function withoutAddresses(text: string): string {
  return text.replace(/\b(?:[a-z][a-z0-9+.-]{1,15}:\/\/|magnet:\?)\S+/gi, '…');
}

function lowerFirst(text: string | null): string | null {
  return text === null ? null : text.charAt(0).toLowerCase() + text.slice(1);
}
