import { isMonitored } from '../../../../model/media-file.ts';
import { cellText } from '../../../shared/cell-text.ts';
import { type Cell, csvWriter } from '../../../shared/csv-writer.ts';
import { type ColumnKey, detailOf, type ExplorerColumn, languagesOf } from './explorer-columns.ts';
import { instanceKeyOf, type PageModel } from './page-model.ts';

type File = PageModel['files'][number];

/** What is told of every file, whatever is shown, is no column once more. */
type FurtherKey = Exclude<ColumnKey, 'title' | 'instance'>;

/** The value of a column as data: sizes in bytes, dates in UTC, no thousands separators. */
const values: Readonly<Record<FurtherKey, (file: File, state: string) => Cell>> = {
  state: (_, state) => state,
  score: ({ score }) => score,
  gap: ({ profile, score }) => profile.cutoffFormatScore - score,
  quality: ({ quality }) => quality.name,
  group: ({ releaseGroup }) => releaseGroup,
  size: ({ sizeBytes }) => sizeBytes,
  added: ({ dateAdded }) => dateAdded.toISOString(),
  profile: ({ profile }) => profile.name,
  formats: ({ formats }) => cellText({ kind: 'formats', formats }),
  release: ({ sceneName }) => sceneName,
  path: ({ path }) => path,
  languages: languagesOf,
  monitored: isMonitored,
};

const heads: Readonly<Record<FurtherKey, string>> = {
  state: 'state',
  score: 'score',
  gap: 'to_cutoff',
  quality: 'quality',
  group: 'release_group',
  size: 'size_bytes',
  added: 'date_added',
  profile: 'profile',
  formats: 'formats',
  release: 'scene_name',
  path: 'path',
  languages: 'languages',
  monitored: 'monitored',
};

type Named = readonly (readonly [head: string, value: (file: File, state: string) => Cell])[];

/** What is always told of a file, before the columns that are shown. */
function namedColumns(columns: readonly ExplorerColumn[]): Named {
  const identity: Named = [
    ['instance', instanceKeyOf],
    ['file_id', ({ fileId }) => fileId],
    ['title', ({ item }) => item.title],
    ['part', detailOf],
  ];
  const further = columns.map(({ key }) => key).filter((key) => key !== 'title' && key !== 'instance');
  return [...identity, ...further.map((key) => [heads[key], values[key]] as const)];
}

/** The rows of a view as CSV, exactly as filtered and sorted; cells that a spreadsheet would run are guarded. */
export function rowsAsCsv(
  model: PageModel,
  rows: readonly number[],
  columns: readonly ExplorerColumn[],
): string {
  const named = namedColumns(columns);
  const write = csvWriter();
  return write([named.map(([head]) => head), ...recordsOf(model, rows, named)]);
}

/** The same as a JSON array of objects. */
export function rowsAsJson(
  model: PageModel,
  rows: readonly number[],
  columns: readonly ExplorerColumn[],
): string {
  const named = namedColumns(columns);
  const records = recordsOf(model, rows, named).map((record) =>
    Object.fromEntries(named.map(([head], at) => [head, record[at] ?? null])),
  );
  return `${JSON.stringify(records, null, 1)}\n`;
}

function recordsOf(model: PageModel, rows: readonly number[], named: Named): readonly (readonly Cell[])[] {
  return rows.flatMap((at) => {
    const [file, state] = [model.files[at], model.labels[at]];
    return file === undefined || state === undefined ? [] : [named.map(([, value]) => value(file, state))];
  });
}
