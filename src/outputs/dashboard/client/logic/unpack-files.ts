import { numberAt } from '../../../../lib/number-at.ts';
import type { InstanceName } from '../../../../model/instance.ts';
import type { Item } from '../../../../model/item.ts';
import type { LibraryFile } from '../../../../model/library.ts';
import type { FormatHit } from '../../../../model/media-file.ts';
import type { Part } from '../../../../model/part.ts';
import type { QualityProfile } from '../../../../model/quality-profile.ts';
import { derivedTexts, type FileTexts } from '../../derived-text.ts';
import type { FileColumns, Interned, Jsoned, PackedPart, TextPacking } from '../../packing.ts';
import { valueAt } from './unpack-items.ts';

/** What the columns of files point to. */
export interface FilePlaces {
  readonly items: readonly Item[];
  readonly profiles: readonly QualityProfile[];
  readonly instances: readonly InstanceName[];
  /** One an item. */
  readonly instanceOf: readonly number[];
}

/**
 * Files from their columns; equal parts are shared, so that 100,000 of them stay small.
 *
 * One object literal a file, not put together from parts: there may be 100,000.
 */
export function unpackFiles(columns: Jsoned<FileColumns>, places: FilePlaces): readonly LibraryFile[] {
  const sets = columns.formats.values.map((set) => hitsOf(set, columns.hits));
  return columns.fileId.flatMap((fileId, at) => {
    const owner = ownerOf(columns, places, at);
    if (owner === null) return [];
    const { item, profile, instance, quality } = owner;
    const texts = textsOf(columns.texts, at, item.path);
    return {
      item,
      profile,
      instance: instance.name,
      service: instance.service,
      quality,
      fileId,
      relativePath: texts.relativePath,
      path: texts.path,
      sceneName: texts.sceneName,
      originalFilePath: texts.originalFilePath,
      score: numberAt(columns.score, at),
      sizeBytes: numberAt(columns.sizeBytes, at),
      dateAdded: new Date(numberAt(columns.addedAt, at) * 1000),
      isQualityCutoffMet: columns.isQualityCutoffMet[at] === 1,
      languages: valueOr(columns.languages, at, null),
      releaseGroup: valueOr(columns.releaseGroup, at, null),
      edition: valueOr(columns.edition, at, null),
      indexerFlags: valueOr(columns.indexerFlags, at, noFlags),
      releaseType: valueOr(columns.releaseType, at, null),
      scoreSource: valueOr(columns.scoreSource, at, 'asked'),
      mediaInfo: null,
      part: unpackPart(columns.part[at] ?? null),
      formats: sets[numberAt(columns.formats.at, at)] ?? [],
      staleSince: dateOrNull(columns.staleSince[at]),
    };
  });
}

const noFlags: LibraryFile['indexerFlags'] = { bits: 0, names: [] };

interface Owner extends Pick<LibraryFile, 'item' | 'profile' | 'quality'> {
  readonly instance: InstanceName;
}

/** null only for columns that do not fit together. */
function ownerOf(columns: Jsoned<FileColumns>, places: FilePlaces, at: number): Owner | null {
  const place = columns.item[at] ?? -1;
  const item = places.items[place];
  const profile = places.profiles[columns.profile[at] ?? -1];
  const instance = places.instances[places.instanceOf[place] ?? -1];
  const quality = valueAt(columns.quality, at);
  if (item === undefined || profile === undefined) return null;
  return instance === undefined || quality === undefined ? null : { item, profile, instance, quality };
}

function valueOr<T, Other>(column: Interned<T>, at: number, other: Other): T | Other {
  return valueAt(column, at) ?? other;
}

function dateOrNull(text: string | undefined): Date | null {
  return text === undefined ? null : new Date(text);
}

function hitsOf(set: readonly number[], hits: readonly FormatHit[]): readonly FormatHit[] {
  return set.flatMap((place) => hits[place] ?? []);
}

function textsOf(texts: readonly TextPacking[], at: number, itemPath: string): FileTexts {
  const relativePath = String(texts[at * 4] ?? '');
  const derived = derivedTexts(itemPath, relativePath);
  return {
    relativePath,
    path: textOr(texts[at * 4 + 1], derived.path) ?? '',
    sceneName: textOr(texts[at * 4 + 2], derived.sceneName),
    originalFilePath: textOr(texts[at * 4 + 3], derived.originalFilePath),
  };
}

function textOr(packed: TextPacking | undefined, derived: string | null): string | null {
  return packed === 0 ? derived : (packed ?? null);
}

/** Ids and air dates of episodes are not in the page. */
function unpackPart(packed: Jsoned<PackedPart> | null): Part | null {
  if (packed === null) return null;
  const [season, ...episodes] = packed;
  return {
    season,
    episodes: episodes.map(([number, title, isMonitored]) => ({
      id: 0,
      number,
      title,
      tvdbId: null,
      airDate: null,
      isMonitored: isMonitored === 1,
    })),
  };
}
