import { type CutoffLabel, cutoffLabel, isUpgradable } from '../../../../model/cutoff-state.ts';
import { fileFields } from '../../../../model/filter/file-fields.ts';
import { type FilterField, textField } from '../../../../model/filter/filter-field.ts';
import { type FileVerdicts, stateFields } from '../../../../model/filter/state-fields.ts';
import { instanceKey } from '../../../../model/instance.ts';
import type { LibraryFile } from '../../../../model/library.ts';
import type { MediaFile } from '../../../../model/media-file.ts';
import { cutoffState } from '../../../../scoring/cutoff-state.ts';
import { isQualityAllowed } from '../../../../scoring/decision/quality-order.ts';
import { fileKey, type PageReport } from './unpack-report.ts';

/** A report with what every page asks of it. */
export interface PageModel {
  readonly report: PageReport;
  /** Without those of instances that were not read last time. */
  readonly files: readonly LibraryFile[];
  /** The place of every file, in the order of the library. */
  readonly places: readonly number[];
  /** One a file. */
  readonly labels: readonly CutoffLabel[];
  /** One a file: sums and pictures go through plain numbers, not through 100,000 objects. */
  readonly scores: Float64Array;
  readonly sizesBytes: Float64Array;
  /** Files that can still be upgraded. */
  readonly upgradable: number;
  /** Place of a file by its key; undefined for a file that is not here. */
  readonly placeOf: (key: string) => number | undefined;
  /** What a filter can ask here: the fields of the command line, and `text` for the search. */
  readonly fields: readonly FilterField<MediaFile>[];
}

/** Computes once what does not change while the page is open. */
export function createPageModel(report: PageReport): PageModel {
  const files = currentFiles(report);
  const states = files.map((file) => cutoffState(file.profile, file));
  return {
    report,
    files,
    places: files.map((_, at) => at),
    labels: states.map(cutoffLabel),
    scores: Float64Array.from(files, ({ score }) => score),
    sizesBytes: Float64Array.from(files, ({ sizeBytes }) => sizeBytes),
    upgradable: states.filter(isUpgradable).length,
    placeOf: placesByKey(files),
    fields: [...fileFields, ...stateFields(verdicts), searchField],
  };
}

/** Finds files by key; the keys are only written when the first card is opened. */
function placesByKey(files: readonly LibraryFile[]): PageModel['placeOf'] {
  let places: ReadonlyMap<string, number> | null = null;
  return (key) => {
    places ??= new Map(files.map((file, at) => [fileKey(file), at]));
    return places.get(key);
  };
}

/** Files of instances that were not read last time are in no figure: what is known of them is old. */
function currentFiles({ library: { instances, files } }: PageReport): readonly LibraryFile[] {
  const failed = new Set(
    instances.filter(({ failure }) => failure !== null).map((one) => instanceKey(one.instance)),
  );
  return failed.size === 0 ? files : files.filter((file) => !failed.has(instanceKeyOf(file)));
}

const verdicts: FileVerdicts = {
  stateOf: (file) => cutoffState(file.profile, file),
  isQualityAllowed: ({ profile, quality }) => isQualityAllowed(profile, quality),
};

/** Title, group or path: what a search looks through. */
const searchField: FilterField<MediaFile> = textField(
  'text',
  ({ item, releaseGroup, path, sceneName }) =>
    `${item.title}\n${releaseGroup ?? ''}\n${path}\n${sceneName ?? ''}`,
);

/** `radarr/main` */
export function instanceKeyOf({ service, instance: name }: MediaFile): string {
  return instanceKey({ service, name });
}
