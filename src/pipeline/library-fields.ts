import { fileFields } from '../model/filter/file-fields.ts';
import { type FilterField, flagField } from '../model/filter/filter-field.ts';
import { stateFields } from '../model/filter/state-fields.ts';
import type { LibraryFile } from '../model/library.ts';
import type { MediaFile } from '../model/media-file.ts';
import { cutoffState } from '../scoring/cutoff-state.ts';
import { isQualityAllowed } from '../scoring/decision/quality-order.ts';

/** What a filter can ask of a file that was just read. */
export const readingFields: readonly FilterField<MediaFile>[] = [
  ...fileFields,
  ...stateFields({
    stateOf: (file) => cutoffState(file.profile, file),
    isQualityAllowed: ({ profile, quality }) => isQualityAllowed(profile, quality),
  }),
];

/** What a filter can ask of a file of a library. */
export const libraryFields: readonly FilterField<LibraryFile>[] = [
  ...readingFields,
  flagField('stale', ({ staleSince }) => staleSince !== null),
];
