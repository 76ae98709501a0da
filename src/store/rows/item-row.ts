import { z } from 'zod';
import { fingerprint } from '../../lib/fingerprint.ts';
import type { Item } from '../../model/item.ts';
import type { ItemRow } from '../file-tables.ts';
import { createSharing, shareTexts } from './sharing.ts';

/** What the columns of an item do not say by themselves, in this order in `content`. */
type Packed = readonly [
  titleSlug: string,
  imdbId: string | null,
  tmdbId: number | null,
  tvdbId: number | null,
  isMonitored: 0 | 1,
  tags: readonly string[],
  path: string,
  rootFolder: string | null,
  runtimeMinutes: number,
  originalLanguage: Item['originalLanguage'],
  profileId: number,
];

/** We wrote it ourselves: the type is told, not checked. */
const PackedShape = z.custom<Packed>();

/** What an item is, as one text: `content`. */
function packContent(item: Item): string {
  const packed: Packed = [
    item.titleSlug,
    item.imdbId,
    item.tmdbId,
    item.tvdbId,
    item.isMonitored ? 1 : 0,
    item.tags,
    item.path,
    item.rootFolder,
    item.runtimeMinutes,
    item.originalLanguage,
    item.profileId,
  ];
  return JSON.stringify(packed);
}

/** A number that differs when anything differs that is kept of the item. */
export function itemMark(item: Item): number {
  return markOf(item, packContent(item));
}

/** The columns that say what an item is. */
export function packItem(item: Item): Pick<ItemRow, 'server_id' | 'title' | 'year' | 'content' | 'mark'> {
  const content = packContent(item);
  const { id, title, year } = item;
  return { server_id: id, title, year, content, mark: markOf(item, content) };
}

function markOf({ id, title, year }: Item, content: string): number {
  return fingerprint(`${id}\n${title}\n${year}\n${content}`);
}

/** Makes items of rows. What many items share is the same object. */
export function createItemReader(): (row: Pick<ItemRow, 'server_id' | 'title' | 'year' | 'content'>) => Item {
  const shareText = shareTexts();
  const shareTags = createSharing<readonly string[]>((tags) => tags.join('\n'));
  const shareLanguage = createSharing<Item['originalLanguage']>((language) =>
    language === null ? null : `${language.id} ${language.name}`,
  );
  return (row) => {
    const packed = PackedShape.parse(JSON.parse(row.content));
    return {
      id: row.server_id,
      title: row.title,
      year: row.year,
      titleSlug: packed[0],
      imdbId: packed[1],
      tmdbId: packed[2],
      tvdbId: packed[3],
      isMonitored: packed[4] === 1,
      tags: shareTags(packed[5]),
      path: packed[6],
      rootFolder: shareText(packed[7]),
      runtimeMinutes: packed[8],
      originalLanguage: shareLanguage(packed[9]),
      profileId: packed[10],
    };
  };
}
