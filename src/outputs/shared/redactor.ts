import type { Item } from '../../model/item.ts';
import type { MediaFile } from '../../model/media-file.ts';
import type { Episode, Part } from '../../model/part.ts';
import type { Oddity } from '../../model/reading.ts';
import type { InstanceRead, InstanceResult } from '../output.ts';
import { type Pseudonym, redactFailure } from './redact-failure.ts';

/** Takes names out; scores, formats, profiles, qualities, sizes, languages and dates stay. */
export interface Redactor {
  readonly file: (file: MediaFile) => MediaFile;
  readonly result: (result: InstanceResult) => InstanceResult;
}

/** Ends of file names that tell nothing but the container. */
const container = /\.(?:avi|divx|flv|iso|m2ts|m4v|mkv|mov|mp4|mpe?g|ogm|rmvb|ts|vob|webm|wmv)$/i;

/** The same text becomes the same pseudonym, within its kind. */
export function createRedactor(pseudonym: Pseudonym): Redactor {
  const items = new WeakMap<Item, Item>();
  const item = (original: Item): Item => {
    const redacted = items.get(original) ?? redactItem(original, pseudonym);
    items.set(original, redacted);
    return redacted;
  };
  const path = (kind: string, text: string): string =>
    text === '' ? '' : pseudonym(kind, text) + (container.exec(text)?.[0].toLowerCase() ?? '');
  const name = (kind: string, text: string | null): string | null =>
    text === null || text === '' ? text : pseudonym(kind, text);
  return {
    file: (file) => ({
      ...file,
      instance: pseudonym('instance', file.instance),
      item: item(file.item),
      part: file.part === null ? null : redactPart(file.part, pseudonym),
      path: path('path', file.path),
      relativePath: path('file', file.relativePath),
      sceneName: name('release', file.sceneName),
      originalFilePath: file.originalFilePath === null ? null : path('original', file.originalFilePath),
      releaseGroup: name('group', file.releaseGroup),
      edition: name('edition', file.edition),
    }),
    result: (result) => {
      const instance = { ...result, name: pseudonym('instance', result.name) };
      if (!instance.ok) return { ...instance, failure: redactFailure(instance.failure, pseudonym) };
      return redactRead(instance, pseudonym);
    },
  };
}

/** Ids of public databases name a title as surely as its title does. */
function redactItem(item: Item, pseudonym: Pseudonym): Item {
  return {
    ...item,
    title: pseudonym('title', item.title),
    titleSlug: pseudonym('slug', item.titleSlug),
    imdbId: null,
    tmdbId: null,
    tvdbId: null,
    tags: item.tags.map((tag) => pseudonym('tag', tag)),
    path: pseudonym('folder', item.path),
    rootFolder: item.rootFolder === null ? null : pseudonym('root', item.rootFolder),
  };
}

function redactPart({ season, episodes }: Part, pseudonym: Pseudonym): Part {
  const redacted = (episode: Episode): Episode => ({
    ...episode,
    title: pseudonym('episode', episode.title),
    tvdbId: null,
  });
  return { season, episodes: episodes.map(redacted) };
}

function redactRead(read: InstanceRead, pseudonym: Pseudonym): InstanceRead {
  return {
    ...read,
    skipped: read.skipped.map(({ itemId, title, failure }) => ({
      itemId,
      title: pseudonym('title', title),
      failure: redactFailure(failure, pseudonym),
    })),
    oddities: read.oddities.map((oddity) => redactOddity(oddity, pseudonym)),
  };
}

function redactOddity(oddity: Oddity, pseudonym: Pseudonym): Oddity {
  switch (oddity.kind) {
    case 'extra-file':
    case 'missing-file':
    case 'sum-differs':
      return { ...oddity, title: pseudonym('title', oddity.title) };
    case 'rules-unchecked':
      return { ...oddity, failure: redactFailure(oddity.failure, pseudonym) };
    case 'rules-moved':
      return oddity;
  }
}
