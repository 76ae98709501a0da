import type { HistoryEvent } from '../history-event.ts';
import { slotKey } from '../slot.ts';

/**
 * Gives deletes the score their slot's file had when it was imported: a delete itself carries none (servarr.md 2.7).
 *
 * Only where the slot's last import was of the same size: else another file was deleted, one that was found on disk.
 *
 * @returns to be called with one event after the other, oldest first
 */
export function createDeletedScores(): (event: HistoryEvent) => HistoryEvent {
  const imports = new Map<string, HistoryEvent>();
  return (event) => {
    if (event.kind === 'imported') imports.set(slotKey(event.slot), event);
    if (event.kind !== 'deleted') return event;
    const imported = imports.get(slotKey(event.slot));
    const isSameFile = imported !== undefined && imported.sizeBytes === event.sizeBytes;
    return isSameFile ? { ...event, scoreThen: imported.scoreThen } : event;
  };
}
