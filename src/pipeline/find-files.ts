import type { Item } from '../model/item.ts';
import type { MediaFile } from '../model/media-file.ts';

/** What a person wants explained: an item and, of a series, perhaps one episode. */
export interface FileQuery {
  /** As typed, for messages. */
  readonly text: string;
  readonly wantsItem: (item: Item) => boolean;
  readonly wantsFile: (file: MediaFile) => boolean;
  /** `radarr/main`, where the key names it; else every instance is asked. */
  readonly instanceKey: string | null;
  /** It names one item or file by its id: no title and no release is called so. */
  readonly isKey: boolean;
}

const fileKey = /^(?<instance>(?:radarr|sonarr)\/[^#]+)#(?<fileId>\d+)$/;
const itemKey = /^(?<kind>tmdb|tvdb|imdb|item):(?<id>\S+?)(?:\s+s(?<season>\d+)e(?<episode>\d+))?$/i;
const titled = /^(?<title>.*?)(?:\s+\((?<year>\d{4})\))?(?:\s+s(?<season>\d+)e(?<episode>\d+))?$/i;

/**
 * Reads what a person typed: a title with or without year and episode, `tmdb:603`, `tvdb:81189 S01E02`,
 * or `radarr/main#684`.
 */
export function readFileQuery(text: string): FileQuery {
  const file = fileKey.exec(text)?.groups;
  if (file !== undefined) {
    const fileId = Number(file['fileId']);
    return {
      text,
      wantsItem: () => true,
      wantsFile: (one) => one.fileId === fileId,
      instanceKey: `${file['instance']}`,
      isKey: true,
    };
  }
  const key = itemKey.exec(text)?.groups;
  if (key !== undefined) {
    const { kind = '', id = '' } = key;
    const wantsItem = (item: Item): boolean => isKeyed(item, kind, id);
    return { text, wantsItem, ...episodeOf(key), instanceKey: null, isKey: true };
  }
  const { title = '', year, ...rest } = titled.exec(text)?.groups ?? {};
  const wanted = plain(title);
  const wantsItem = (item: Item): boolean =>
    plain(item.title).includes(wanted) && (year === undefined || item.year === Number(year));
  return { text, wantsItem, ...episodeOf(rest), instanceKey: null, isKey: false };
}

/** Those with the very title, where there are any. */
export function nearestTitles(files: readonly MediaFile[], { text }: FileQuery): readonly MediaFile[] {
  const title = plain(titled.exec(text)?.groups?.['title'] ?? text);
  const exact = files.filter(({ item }) => plain(item.title) === title);
  return exact.length > 0 ? exact : files;
}

type Groups = Readonly<Record<string, string | undefined>>;

function episodeOf({ season, episode }: Groups): Pick<FileQuery, 'wantsFile'> {
  if (season === undefined || episode === undefined) return { wantsFile: () => true };
  const [wantedSeason, wantedEpisode] = [Number(season), Number(episode)];
  return {
    wantsFile: ({ part }) =>
      part !== null &&
      part.season === wantedSeason &&
      part.episodes.some(({ number }) => number === wantedEpisode),
  };
}

function isKeyed({ tmdbId, tvdbId, imdbId, id: own }: Item, kind: string, id: string): boolean {
  const ids: Readonly<Record<string, number | string | null>> = {
    tmdb: tmdbId,
    tvdb: tvdbId,
    imdb: imdbId,
    item: own,
  };
  return String(ids[kind.toLowerCase()]) === id;
}

/** Letters and digits in lower case, without accents: how people remember titles. */
function plain(text: string): string {
  const letters = text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return letters
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
