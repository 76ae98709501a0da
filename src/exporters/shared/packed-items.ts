import { z } from 'zod';
import { createNumbering, type Numbering } from '../../lib/numbering.ts';
import { createPackedTexts } from '../../lib/packed-texts.ts';
import type { Item, Items } from '../../model/item.ts';
import type { Language } from '../../model/quality.ts';

/** Items as texts in pages, a third of what they take as objects; each is made anew when it is asked for. */
export interface PackedItems extends Items {
  readonly add: (item: Item) => void;
  readonly clear: () => void;
}

/** An item as a text holds it: what items share is a number. */
type PackedItem = readonly [
  id: number,
  title: string,
  year: number,
  titleSlug: string,
  imdbId: string | null,
  tmdbId: number | null,
  tvdbId: number | null,
  isMonitored: boolean,
  tags: number,
  path: string,
  rootFolder: number | null,
  runtimeMinutes: number,
  originalLanguage: number | null,
  profileId: number,
];

interface Shared {
  readonly tags: Numbering<readonly string[]>;
  readonly rootFolders: Numbering<string>;
  readonly languages: Numbering<Language>;
}

/** We wrote it ourselves a moment ago: the type is told, not checked. */
const Packed = z.custom<PackedItem>();

/** For a library of movies: there are as many as files, and nearly all are needed once. */
export function createPackedItems(): PackedItems {
  const texts = createPackedTexts();
  const places = new Map<number, number>();
  const shared: Shared = {
    tags: createNumbering(),
    rootFolders: createNumbering(),
    languages: createNumbering(),
  };
  const itemAt = (place: number): Item => unpacked(Packed.parse(JSON.parse(texts.at(place))), shared);
  return {
    get size() {
      return places.size;
    },
    get: (id) => {
      const place = places.get(id);
      return place === undefined ? undefined : itemAt(place);
    },
    values: () => places.values().map(itemAt),
    add: (item) => void places.set(item.id, texts.add(JSON.stringify(packed(item, shared)))),
    clear: () => {
      places.clear();
      texts.clear();
    },
  };
}

function packed(item: Item, { tags, rootFolders, languages }: Shared): PackedItem {
  return [
    item.id,
    item.title,
    item.year,
    item.titleSlug,
    item.imdbId,
    item.tmdbId,
    item.tvdbId,
    item.isMonitored,
    tags.numberOf(item.tags),
    item.path,
    item.rootFolder === null ? null : rootFolders.numberOf(item.rootFolder),
    item.runtimeMinutes,
    item.originalLanguage === null ? null : languages.numberOf(item.originalLanguage),
    item.profileId,
  ];
}

function unpacked(item: PackedItem, { tags, rootFolders, languages }: Shared): Item {
  return {
    id: item[0],
    title: item[1],
    year: item[2],
    titleSlug: item[3],
    imdbId: item[4],
    tmdbId: item[5],
    tvdbId: item[6],
    isMonitored: item[7],
    tags: tags.at(item[8]),
    path: item[9],
    rootFolder: item[10] === null ? null : rootFolders.at(item[10]),
    runtimeMinutes: item[11],
    originalLanguage: item[12] === null ? null : languages.at(item[12]),
    profileId: item[13],
  };
}
