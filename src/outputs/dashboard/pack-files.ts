import type { LibraryFile } from '../../model/library.ts';
import type { FormatHit, MediaFile } from '../../model/media-file.ts';
import type { QualityProfile } from '../../model/quality-profile.ts';
import { derivedTexts } from './derived-text.ts';
import { createInterner, type Interner, internColumn } from './interner.ts';
import { bit } from './pack-items.ts';
import type { FileColumns, Interned, PackedPart, TextPacking } from './packing.ts';

/** What the columns of files lean on. */
export interface FileContext {
  /** One a file: its item's place. */
  readonly itemAt: readonly number[];
  readonly profiles: Interner<QualityProfile>;
}

/** Packs files. Media info, imdb ids and the ids of episodes are left out: the page never shows them. */
export function packFiles(files: readonly LibraryFile[], { itemAt, profiles }: FileContext): FileColumns {
  const hits = createInterner<FormatHit>();
  return {
    item: itemAt,
    fileId: files.map(({ fileId }) => fileId),
    profile: files.map(({ profile }) => profiles.place(profile)),
    score: files.map(({ score }) => score),
    sizeBytes: files.map(({ sizeBytes }) => sizeBytes),
    addedAt: files.map(({ dateAdded }) => dateAdded.getTime() / 1000),
    isQualityCutoffMet: files.map(({ isQualityCutoffMet }) => bit(isQualityCutoffMet)),
    quality: internColumn(files, ({ quality }) => quality),
    languages: internColumn(files, ({ languages }) => languages),
    releaseGroup: internColumn(files, ({ releaseGroup }) => releaseGroup),
    edition: internColumn(files, ({ edition }) => edition),
    indexerFlags: internColumn(files, ({ indexerFlags }) => indexerFlags),
    releaseType: internColumn(files, ({ releaseType }) => releaseType),
    scoreSource: internColumn(files, ({ scoreSource }) => scoreSource),
    formats: packFormats(files, hits),
    hits: hits.values,
    part: files.map(packPart),
    texts: files.flatMap(packTexts),
    staleSince: Object.fromEntries(
      files.flatMap(({ staleSince }, at) => (staleSince === null ? [] : [[at, staleSince]])),
    ),
  };
}

/** Sets of formats repeat: a set is written once, a format with its points once. */
function packFormats(files: readonly MediaFile[], hits: Interner<FormatHit>): Interned<readonly number[]> {
  return internColumn(files, ({ formats }) => formats.map(hits.place));
}

function packPart({ part }: MediaFile): PackedPart | null {
  if (part === null) return null;
  const episodes = part.episodes.map(
    ({ number, title, isMonitored }) => [number, title, bit(isMonitored)] as const,
  );
  return [part.season, ...episodes];
}

function packTexts(file: MediaFile): readonly TextPacking[] {
  const { relativePath, path, sceneName, originalFilePath } = file;
  const derived = derivedTexts(file.item.path, relativePath);
  return [
    relativePath,
    path === derived.path ? 0 : path,
    sceneName === derived.sceneName ? 0 : sceneName,
    originalFilePath === derived.originalFilePath ? 0 : originalFilePath,
  ];
}
