import {
  createNumberRows,
  createPlaceRows,
  type Fields,
  numbered,
  numberedOrNull,
} from '../../lib/number-rows.ts';
import type { FileState } from '../change.ts';
import type { SharedParts } from './shared-parts.ts';

/** States of files as rows of numbers. */
export interface PackedStates {
  /** Gives the row of a state. */
  readonly add: (state: FileState) => number;
  /** The state of a row that was given, made anew. */
  readonly at: (row: number) => FileState;
}

/** No states yet. */
export function createPackedStates(parts: SharedParts): PackedStates {
  const fields = fieldsOf(parts);
  let length = 0;
  return {
    add: (state) => {
      put(fields, length, state);
      length += 1;
      return length - 1;
    },
    at: (row) => stateAt(fields, row),
  };
}

function fieldsOf({ texts, qualities, hitLists }: SharedParts): Fields<FileState> {
  const { field } = createNumberRows();
  const { field: place } = createPlaceRows();
  return {
    fileId: field(),
    relativePath: numbered(place(), texts),
    quality: numbered(place(), qualities),
    sizeBytes: field(),
    releaseGroup: numberedOrNull(place(), texts),
    profileName: numbered(place(), texts),
    score: field(),
    formats: numbered(place(), hitLists),
  };
}

function put(fields: Fields<FileState>, row: number, state: FileState): void {
  fields.fileId.put(row, state.fileId);
  fields.relativePath.put(row, state.relativePath);
  fields.quality.put(row, state.quality);
  fields.sizeBytes.put(row, state.sizeBytes);
  fields.releaseGroup.put(row, state.releaseGroup);
  fields.profileName.put(row, state.profileName);
  fields.score.put(row, state.score);
  fields.formats.put(row, state.formats);
}

function stateAt(fields: Fields<FileState>, row: number): FileState {
  return {
    fileId: fields.fileId.at(row),
    relativePath: fields.relativePath.at(row),
    quality: fields.quality.at(row),
    sizeBytes: fields.sizeBytes.at(row),
    releaseGroup: fields.releaseGroup.at(row),
    profileName: fields.profileName.at(row),
    score: fields.score.at(row),
    formats: fields.formats.at(row),
  };
}
