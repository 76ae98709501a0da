import { type FormatHit, isMonitored, type MediaFile } from '../../model/media-file.ts';
import { partLabel } from '../../model/part.ts';

/** A column of files with the type of its values. */
export type FileColumn =
  | TypedColumn<'text', string>
  | TypedColumn<'whole', number>
  | TypedColumn<'flag', boolean>
  | TypedColumn<'date', Date>;

interface TypedColumn<Type, Value> {
  /** snake_case: the head. */
  readonly key: string;
  readonly type: Type;
  readonly of: (file: MediaFile) => Value | null;
}

const text = (key: string, of: (file: MediaFile) => string | null): FileColumn => ({ key, type: 'text', of });
const whole = (key: string, of: (file: MediaFile) => number | null): FileColumn => ({
  key,
  type: 'whole',
  of,
});
const flag = (key: string, of: (file: MediaFile) => boolean): FileColumn => ({ key, type: 'flag', of });
const date = (key: string, of: (file: MediaFile) => Date): FileColumn => ({ key, type: 'date', of });

/** Every column of a table of files, in the order in which they are promised. */
export const fileColumns: readonly FileColumn[] = [
  text('instance', ({ instance }) => instance),
  text('service', ({ service }) => service),
  whole('item_id', ({ item }) => item.id),
  whole('file_id', ({ fileId }) => fileId),
  text('title', ({ item }) => item.title),
  whole('year', ({ item }) => item.year || null),
  text('part', ({ part }) => (part === null ? null : partLabel(part))),
  whole('score', ({ score }) => score),
  whole('cutoff_format_score', ({ profile }) => profile.cutoffFormatScore),
  whole('min_format_score', ({ profile }) => profile.minFormatScore),
  whole('min_upgrade_format_score', ({ profile }) => profile.minUpgradeFormatScore),
  flag('upgrade_allowed', ({ profile }) => profile.upgradeAllowed),
  text('quality', ({ quality }) => quality.name),
  flag('quality_cutoff_met', ({ isQualityCutoffMet }) => isQualityCutoffMet),
  text('profile', ({ profile }) => profile.name),
  text('formats', ({ formats }) => formats.map(formatLabel).join('; ')),
  whole('size_bytes', ({ sizeBytes }) => sizeBytes),
  date('date_added', ({ dateAdded }) => dateAdded),
  flag('monitored', isMonitored),
  text('release_group', ({ releaseGroup }) => releaseGroup),
  text('languages', ({ languages }) => (languages ?? []).map(({ name }) => name).join('; ')),
  text('tags', ({ item }) => item.tags.join('; ')),
  text('imdb_id', ({ item }) => item.imdbId),
  whole('tmdb_id', ({ item }) => item.tmdbId),
  whole('tvdb_id', ({ item }) => item.tvdbId),
  text('path', ({ path }) => path),
  text('scene_name', ({ sceneName }) => sceneName),
];

/** Files share their hits, and have two dozen each: a label is made once. */
const labels = new WeakMap<FormatHit, string>();

/** `HDR (+500)`, `HEVC (0)`, `LQ (-10000)` */
function formatLabel(hit: FormatHit): string {
  const known = labels.get(hit);
  if (known !== undefined) return known;
  const label = `${hit.name} (${hit.score > 0 ? '+' : ''}${hit.score})`;
  labels.set(hit, label);
  return label;
}
