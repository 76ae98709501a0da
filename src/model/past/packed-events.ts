import {
  createNumberRows,
  createPlaceRows,
  type Fields,
  moments,
  numbered,
  numberedOrNull,
  orNull,
} from '../../lib/number-rows.ts';
import type { Series } from '../../lib/series.ts';
import type { HistoryEvent } from '../history-event.ts';
import { rowsInOrder } from './rows-in-order.ts';
import type { SharedParts } from './shared-parts.ts';

/** Events as rows of numbers. */
export interface PackedEvents {
  readonly add: (event: HistoryEvent) => void;
  /** Those that were added, oldest first, each made anew when it is asked for. */
  readonly series: () => Series<HistoryEvent>;
}

/** No events yet. */
export function createPackedEvents(parts: SharedParts): PackedEvents {
  const fields = fieldsOf(parts);
  let length = 0;
  return {
    add: (event) => {
      put(fields, length, event);
      length += 1;
    },
    series: () => rowsInOrder(fields, { length, rowAt: eventAt }),
  };
}

function fieldsOf({ slots, texts, qualities, eventKinds, formatIds }: SharedParts): Fields<HistoryEvent> {
  const { field } = createNumberRows();
  const { field: place } = createPlaceRows();
  return {
    slot: numbered(place(), slots),
    at: moments(field()),
    kind: numbered(place(), eventKinds),
    sourceTitle: numbered(place(), texts),
    quality: numbered(place(), qualities),
    downloadId: numberedOrNull(place(), texts),
    fileId: orNull(field()),
    sizeBytes: orNull(field()),
    releaseGroup: numberedOrNull(place(), texts),
    scoreThen: orNull(field()),
    scoreToday: orNull(field()),
    formatsToday: numbered(place(), formatIds),
    reason: numberedOrNull(place(), texts),
  };
}

function put(fields: Fields<HistoryEvent>, row: number, event: HistoryEvent): void {
  fields.slot.put(row, event.slot);
  fields.at.put(row, event.at);
  fields.kind.put(row, event.kind);
  fields.sourceTitle.put(row, event.sourceTitle);
  fields.quality.put(row, event.quality);
  fields.downloadId.put(row, event.downloadId);
  fields.fileId.put(row, event.fileId);
  fields.sizeBytes.put(row, event.sizeBytes);
  fields.releaseGroup.put(row, event.releaseGroup);
  fields.scoreThen.put(row, event.scoreThen);
  fields.scoreToday.put(row, event.scoreToday);
  fields.formatsToday.put(row, event.formatsToday);
  fields.reason.put(row, event.reason);
}

function eventAt(fields: Fields<HistoryEvent>, row: number): HistoryEvent {
  return {
    slot: fields.slot.at(row),
    at: fields.at.at(row),
    kind: fields.kind.at(row),
    sourceTitle: fields.sourceTitle.at(row),
    quality: fields.quality.at(row),
    downloadId: fields.downloadId.at(row),
    fileId: fields.fileId.at(row),
    sizeBytes: fields.sizeBytes.at(row),
    releaseGroup: fields.releaseGroup.at(row),
    scoreThen: fields.scoreThen.at(row),
    scoreToday: fields.scoreToday.at(row),
    formatsToday: fields.formatsToday.at(row),
    reason: fields.reason.at(row),
  };
}
