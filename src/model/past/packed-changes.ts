import { createPlaceRows, type Fields, numbered, numberedOrNull } from '../../lib/number-rows.ts';
import type { Series } from '../../lib/series.ts';
import type { Change } from '../change.ts';
import { createPackedStates } from './packed-states.ts';
import { rowsInOrder } from './rows-in-order.ts';
import type { SharedParts } from './shared-parts.ts';

/** Changes as rows of numbers. */
export interface PackedChanges {
  readonly add: (change: Change) => void;
  /** Those that were added, oldest first, each made anew when it is asked for. */
  readonly series: () => Series<Change>;
}

/** No changes yet. */
export function createPackedChanges(parts: SharedParts): PackedChanges {
  const fields = fieldsOf(parts);
  let length = 0;
  return {
    add: (change) => {
      put(fields, length, change);
      length += 1;
    },
    series: () => rowsInOrder(fields, { length, rowAt: changeAt }),
  };
}

function fieldsOf(parts: SharedParts): Fields<Change> {
  const { field: place } = createPlaceRows();
  const { add, at } = createPackedStates(parts);
  const states = { numberOf: add, at };
  return {
    slot: numbered(place(), parts.slots),
    at: numbered(place(), parts.moments),
    since: numberedOrNull(place(), parts.moments),
    kind: numbered(place(), parts.changeKinds),
    before: numberedOrNull(place(), states),
    after: numberedOrNull(place(), states),
    replacement: numberedOrNull(place(), parts.replacements),
    attributes: numbered(place(), parts.attributes),
    causes: numbered(place(), parts.causes),
  };
}

function put(fields: Fields<Change>, row: number, change: Change): void {
  fields.slot.put(row, change.slot);
  fields.at.put(row, change.at);
  fields.since.put(row, change.since);
  fields.kind.put(row, change.kind);
  fields.before.put(row, change.before);
  fields.after.put(row, change.after);
  fields.replacement.put(row, change.replacement);
  fields.attributes.put(row, change.attributes);
  fields.causes.put(row, change.causes);
}

function changeAt(fields: Fields<Change>, row: number): Change {
  return {
    slot: fields.slot.at(row),
    at: fields.at.at(row),
    since: fields.since.at(row),
    kind: fields.kind.at(row),
    before: fields.before.at(row),
    after: fields.after.at(row),
    replacement: fields.replacement.at(row),
    attributes: fields.attributes.at(row),
    causes: fields.causes.at(row),
  };
}
