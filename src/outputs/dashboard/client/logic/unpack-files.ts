import type { InstanceName } from '../../../../model/instance.ts';
import type { Item } from '../../../../model/item.ts';
import type { LibraryFile } from '../../../../model/library.ts';
import type { FormatHit } from '../../../../model/media-file.ts';
import type { Part } from '../../../../model/part.ts';
import type { QualityProfile } from '../../../../model/quality-profile.ts';
import { derivedTexts, type FileTexts } from '../../derived-text.ts';
import type { FileColumns, Jsoned, PackedPart, TextPacking } from '../../packing.ts';
import { valueAt } from './unpack-items.ts';

/** What the columns of files point to. */
export interface FilePlaces {
  readonly items: readonly Item[];
  readonly profiles: readonly QualityProfile[];
  readonly instances: readonly InstanceName[];
  /** One an item. */
  readonly instanceOf: readonly number[];
}

/** Files from their columns; equal parts are shared, so that 100,000 of them stay small. */
export function unpackFiles(columns: Jsoned<FileColumns>, places: FilePlaces): readonly LibraryFile[] {
  const formats = columns.formats.values.map((set) => hitsOf(set, columns.hits));
  return columns.fileId.flatMap((fileId, at) => {
    const owner = ownerOf(columns, places, at);
    if (owner === null) return [];
    return [
      {
        ...owner,
        fileId,
        ...textsOf(columns.texts, at, owner.item.path),
        ...valuesOf(columns, at),
        part: unpackPart(columns.part[at] ?? null),
        formats: formats[columns.formats.at[at] ?? -1] ?? [],
      },
    ];
  });
}

type Owner = Pick<LibraryFile, 'item' | 'profile' | 'instance' | 'service' | 'quality'>;

/** null only for columns that do not fit together. */
function ownerOf(columns: Jsoned<FileColumns>, places: FilePlaces, at: number): Owner | null {
  const place = columns.item[at] ?? -1;
  const item = places.items[place];
  const profile = places.profiles[columns.profile[at] ?? -1];
  const instance = places.instances[places.instanceOf[place] ?? -1];
  const quality = valueAt(columns.quality, at);
  if (item === undefined || profile === undefined) return null;
  if (instance === undefined || quality === undefined) return null;
  return { item, profile, instance: instance.name, service: instance.service, quality };
}

type PlainValues = Omit<LibraryFile, keyof Owner | keyof FileTexts | 'fileId' | 'part' | 'formats'>;

function valuesOf(columns: Jsoned<FileColumns>, at: number): PlainValues {
  const staleSince = columns.staleSince[at];
  return {
    score: columns.score[at] ?? 0,
    sizeBytes: columns.sizeBytes[at] ?? 0,
    dateAdded: new Date((columns.addedAt[at] ?? 0) * 1000),
    isQualityCutoffMet: columns.isQualityCutoffMet[at] === 1,
    languages: valueAt(columns.languages, at) ?? null,
    releaseGroup: valueAt(columns.releaseGroup, at) ?? null,
    edition: valueAt(columns.edition, at) ?? null,
    indexerFlags: valueAt(columns.indexerFlags, at) ?? { bits: 0, names: [] },
    releaseType: valueAt(columns.releaseType, at) ?? null,
    scoreSource: valueAt(columns.scoreSource, at) ?? 'asked',
    mediaInfo: null,
    staleSince: staleSince === undefined ? null : new Date(staleSince),
  };
}

function hitsOf(set: readonly number[], hits: readonly FormatHit[]): readonly FormatHit[] {
  return set.flatMap((place) => hits[place] ?? []);
}

function textsOf(texts: readonly TextPacking[], at: number, itemPath: string): FileTexts {
  const [relative, path, scene, original] = texts.slice(at * 4, at * 4 + 4);
  const relativePath = String(relative ?? '');
  const derived = derivedTexts(itemPath, relativePath);
  return {
    relativePath,
    path: textOr(path, derived.path) ?? '',
    sceneName: textOr(scene, derived.sceneName),
    originalFilePath: textOr(original, derived.originalFilePath),
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
