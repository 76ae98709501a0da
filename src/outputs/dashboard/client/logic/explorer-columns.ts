import { shownLabels } from '../../../../model/cutoff-state.ts';
import { isMonitored } from '../../../../model/media-file.ts';
import { partLabel } from '../../../../model/part.ts';
import { texts } from './messages.ts';
import { instanceKeyOf, type PageModel } from './page-model.ts';

/** A column of the explorer. */
export interface ExplorerColumn {
  readonly key: ColumnKey;
  readonly label: string;
  readonly isNumber: boolean;
  /** CSS width; null takes what is left. */
  readonly width: string | null;
  /** `md` and `lo` are hidden on narrower screens first. */
  readonly rank: '' | 'md' | 'lo';
  /** Key on the phone's card row. */
  readonly place: 'm-main' | 'm-key' | 'm-meta' | 'm-hide';
  /** What rows are put in order by; texts without regard to case. */
  readonly orderOf: (model: PageModel, at: number) => string | number;
}

/** Names of columns, as they stand in the address. */
export type ColumnKey = keyof typeof texts.column;

type Shape = Omit<ExplorerColumn, 'key' | 'label' | 'orderOf'>;

const text = (width: string | null, rank: Shape['rank'], place: Shape['place'] = 'm-meta'): Shape => ({
  isNumber: false,
  width,
  rank,
  place,
});

const number = (width: string, rank: Shape['rank'], place: Shape['place'] = 'm-meta'): Shape => ({
  isNumber: true,
  width,
  rank,
  place,
});

const shapes: Readonly<Record<ColumnKey, readonly [Shape, ExplorerColumn['orderOf']]>> = {
  title: [text(null, '', 'm-main'), (model, at) => titleOrder(model, at)],
  state: [text('146px', ''), ({ labels }, at) => shownLabels.indexOf(labels[at] ?? 'closed')],
  score: [number('84px', '', 'm-key'), ({ scores }, at) => scores[at] ?? 0],
  gap: [number('92px', 'md'), gapTo],
  quality: [text('164px', 'md'), ({ files }, at) => files[at]?.quality.name ?? ''],
  group: [text('128px', 'lo'), ({ files }, at) => folded(files[at]?.releaseGroup ?? '')],
  size: [number('84px', ''), ({ sizesBytes }, at) => sizesBytes[at] ?? 0],
  added: [number('112px', 'lo', 'm-hide'), ({ files }, at) => files[at]?.dateAdded.getTime() ?? 0],
  instance: [text('112px', 'lo'), ({ files }, at) => ofFile(files[at], instanceKeyOf)],
  profile: [text('150px', 'lo'), ({ files }, at) => folded(files[at]?.profile.name ?? '')],
  formats: [text('22%', 'lo', 'm-hide'), ({ files }, at) => files[at]?.formats.length ?? 0],
  release: [text('26%', 'lo', 'm-hide'), ({ files }, at) => folded(files[at]?.sceneName ?? '')],
  path: [text('26%', 'lo', 'm-hide'), ({ files }, at) => folded(files[at]?.path ?? '')],
  languages: [text('140px', 'lo', 'm-hide'), ({ files }, at) => ofFile(files[at], languagesOf)],
  monitored: [text('112px', 'lo', 'm-hide'), ({ files }, at) => ofFile(files[at], monitoredOf)],
};

/** All columns, in the order in which they stand. */
export const explorerColumns: readonly ExplorerColumn[] = columnKeys().map((key) => {
  const [shape, orderOf] = shapes[key];
  return { key, label: texts.column[key], ...shape, orderOf };
});

/** Those that are shown until a reader chooses. */
const usualColumns: readonly ColumnKey[] = [
  'title',
  'state',
  'score',
  'gap',
  'quality',
  'group',
  'size',
  'added',
];

/** The columns of a view; the title is always there. */
export function columnsShown(chosen: readonly string[] | null): readonly ExplorerColumn[] {
  const keys = new Set<string>(chosen ?? usualColumns);
  return explorerColumns.filter(({ key }) => key === 'title' || keys.has(key));
}

function columnKeys(): readonly ColumnKey[] {
  const isKey = (key: string): key is ColumnKey => Object.hasOwn(texts.column, key);
  return Object.keys(texts.column).filter(isKey);
}

/** `1984`, `S01E02` */
export function detailOf(file: PageModel['files'][number]): string {
  if (file.part !== null) return partLabel(file.part);
  return file.item.year === 0 ? '' : String(file.item.year);
}

/** Names of the languages; empty where the server knows none. */
export function languagesOf({ languages }: PageModel['files'][number]): string {
  return (languages ?? []).map(({ name }) => name).join(', ');
}

function titleOrder({ files }: PageModel, at: number): string {
  const file = files[at];
  return file === undefined ? '' : `${folded(file.item.title)}\u0000${detailOf(file)}`;
}

function gapTo({ files }: PageModel, at: number): number {
  const file = files[at];
  return file === undefined ? 0 : file.profile.cutoffFormatScore - file.score;
}

function monitoredOf(file: PageModel['files'][number]): number {
  return isMonitored(file) ? 0 : 1;
}

function ofFile<T extends string | number>(
  file: PageModel['files'][number] | undefined,
  of: (file: PageModel['files'][number]) => T,
): T | '' {
  return file === undefined ? '' : of(file);
}

function folded(value: string): string {
  return value.normalize('NFC').toLowerCase();
}
