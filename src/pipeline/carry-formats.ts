import type { CarryFormats } from '../exporters/exporter.ts';
import { definitionsMark, inputsMark } from '../model/inputs-mark.ts';
import type { MediaFile } from '../model/media-file.ts';
import type { Rules } from '../model/rules.ts';
import type { Carriable } from '../store/collecting.ts';
import { isItsTurn } from '../store/its-turn.ts';

/** Stored matches that can stand in for asking, and the check that they are still the server's. */
export interface CarriedFormats {
  readonly carry: CarryFormats;
  /** Whether an asked file has other formats than a stored answer to the same question. */
  readonly isContradicted: (file: MediaFile) => boolean;
}

/**
 * What can be carried into a reading: nothing where the server's version or the definition of a format differs.
 *
 * A file whose inputs are as stored is carried, but for a fourteenth of the items that rotates from snapshot to
 * snapshot: those are asked whatever is stored, so that a mistake cannot last.
 */
export function carriedFormats(
  carriable: Carriable | null,
  now: { readonly rules: Rules; readonly serverVersion: string },
): CarriedFormats | null {
  if (carriable === null || carriable.serverVersion !== now.serverVersion) return null;
  if (carriable.definitions !== definitionsMark(now.rules.formats)) return null;
  const { files, snapshots } = carriable;
  const stored = (fileId: number, inputs: Parameters<typeof inputsMark>[0]): readonly number[] | null => {
    const known = files.get(fileId);
    return known !== undefined && known.inputs === inputsMark(inputs) ? known.formatIds : null;
  };
  return {
    carry: ({ itemId, fileId, inputs }) => (isItsTurn(itemId, snapshots) ? null : stored(fileId, inputs)),
    isContradicted: (file) => {
      if (file.scoreSource !== 'asked') return false;
      const known = stored(file.fileId, { ...file, originalLanguage: file.item.originalLanguage });
      return known !== null && known.join() !== file.formats.map(({ id }) => id).join();
    },
  };
}
