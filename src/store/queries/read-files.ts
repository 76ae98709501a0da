import { z } from 'zod';
import type { LibraryFile } from '../../model/library.ts';
import type { ScoreSource } from '../../model/media-file.ts';
import type { Episode, Part } from '../../model/part.ts';
import type { FileRow } from '../file-tables.ts';
import { isItsTurn } from '../its-turn.ts';
import { unpackExtra } from '../rows/extra-row.ts';
import { unpackFacts } from '../rows/facts-row.ts';
import { shareTexts } from '../rows/sharing.ts';
import { tenant } from '../tenant.ts';
import type { InstanceView } from './instance-view.ts';
import { pageRows, pages } from './pages.ts';
import type { StoredItems } from './read-items.ts';

/** We wrote them ourselves: the type is told, not checked. */
const Episodes = z.custom<readonly Episode[]>();

const columns = [
  'item',
  'file_id',
  'season',
  'episodes',
  'seen_run',
  'profile',
  'match_set',
  'surplus',
  'facts',
  'extra',
] as const;

/** What a file is made of. */
export type StoredFile = Pick<FileRow, (typeof columns)[number]>;

/** All rows of files in the order of their keys, some at a time. */
export function fileRows(view: InstanceView): AsyncGenerator<readonly StoredFile[]> {
  return pages<StoredFile>((after) => rowsBehind(view, after, pageRows));
}

/** Rows of files behind a key, in the order of their keys. */
export async function rowsBehind(
  { work, row }: Pick<InstanceView, 'work' | 'row'>,
  after: Pick<FileRow, 'item' | 'file_id'> | null,
  limit: number,
): Promise<readonly StoredFile[]> {
  const ofInstance = work
    .selectFrom('file')
    .select(columns)
    .where('tenant', '=', tenant)
    .where('instance', '=', row.instance);
  const behind =
    after === null
      ? ofInstance
      : ofInstance.where((eb) =>
          eb(eb.refTuple('item', 'file_id'), '>', eb.tuple(after.item, after.file_id)),
        );
  return behind.orderBy('item').orderBy('file_id').limit(limit).execute();
}

/** Makes files of rows. Parts that many files share are the same object. */
export function createFileReader(
  view: InstanceView,
  { items, staleSince }: StoredItems,
  newest: NewestReading,
): (row: StoredFile) => LibraryFile {
  const { instance, rules, sets, terms } = view;
  const share = shareTexts();
  return (row) => {
    const item = items.get(row.item);
    const profile = view.profile(row.profile);
    if (item === undefined || profile === null) throw new Error('a file has an item and a profile');
    const facts = unpackFacts(row.facts, terms);
    const { relativePath } = facts;
    const extra = unpackExtra(row.extra, { itemPath: item.path, relativePath, share });
    const formats = rules.hitsOf(sets.formats(row.match_set), row.profile);
    // Field by field: an object made by spreading others took three times as long, and 30 bytes more.
    return {
      instance: instance.name,
      service: instance.service,
      item,
      part: partOf(row),
      fileId: facts.fileId,
      path: extra.path,
      relativePath,
      sceneName: partOfText(relativePath, facts.sceneName),
      originalFilePath: facts.originalFilePath,
      quality: facts.quality,
      isQualityCutoffMet: extra.isQualityCutoffMet,
      languages: facts.languages,
      releaseGroup: share(facts.releaseGroup),
      edition: share(facts.edition),
      indexerFlags: facts.indexerFlags,
      releaseType: facts.releaseType,
      sizeBytes: facts.sizeBytes,
      dateAdded: extra.dateAdded,
      mediaInfo: extra.mediaInfo,
      profile,
      score: formats.reduce((sum, { score }) => sum + score, row.surplus),
      formats,
      scoreSource: sourceOf(row, extra.scoreSource, { itemId: item.id, newest }),
      staleSince: staleSince.get(row.item) ?? null,
    };
  };
}

/** A text that begins another one, as a part of it: most files are named like their release. */
function partOfText(whole: string, text: string | null): string | null {
  return text !== null && whole.startsWith(text) ? whole.slice(0, text.length) : text;
}

/** How the newest snapshot was read. */
export interface NewestReading {
  readonly run: number;
  readonly plan: string | null;
  /** Snapshots before it. */
  readonly previous: number;
}

/** A row that was not written says how its formats were learned then; the newest reading only confirmed them. */
function sourceOf(
  row: StoredFile,
  stored: ScoreSource,
  { itemId, newest }: { readonly itemId: number; readonly newest: NewestReading },
): ScoreSource {
  if (row.seen_run === newest.run || newest.plan === null) return stored;
  if (newest.plan === 'asked' || newest.plan === 'computed') return newest.plan;
  return isItsTurn(itemId, newest.previous) ? 'asked' : 'carried';
}

function partOf({ season, episodes }: StoredFile): Part | null {
  return episodes === null ? null : { season, episodes: Episodes.parse(JSON.parse(episodes)) };
}
