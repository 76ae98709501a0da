import { createNumbering, type Numbering } from '../lib/numbering.ts';
import type { Items } from '../model/item.ts';
import type { FormatHit, IndexerFlags, MediaFile } from '../model/media-file.ts';
import { type MediaInfoValues, mediaInfoOf, mediaInfoValues } from '../model/media-info-values.ts';
import type { FileQuality, Language } from '../model/quality.ts';
import type { QualityProfile } from '../model/quality-profile.ts';

/** What many files share, and therefore is not in the spool. */
export interface SharedParts {
  readonly items: Items;
  readonly profiles: readonly QualityProfile[];
}

/** What files of one reading share as objects: by number in the spool, where it would be most of the text. */
export interface Numberings {
  readonly qualities: Numbering<FileQuality>;
  readonly languages: Numbering<readonly Language[]>;
  readonly flags: Numbering<IndexerFlags>;
  readonly hits: Numbering<FormatHit>;
}

/** For one spool. */
export function createNumberings(): Numberings {
  return {
    qualities: createNumbering(),
    languages: createNumbering(),
    flags: createNumbering(),
    hits: createNumbering(),
  };
}

/** A file as it lies in the spool: values without their names, which would be the longer half of the text. */
export type SpooledFile = readonly [
  instance: MediaFile['instance'],
  service: MediaFile['service'],
  itemId: number,
  profileId: number,
  part: MediaFile['part'],
  fileId: number,
  path: string,
  relativePath: string,
  sceneName: string | null,
  originalFilePath: string | null,
  quality: number,
  isQualityCutoffMet: boolean,
  languages: number | null,
  releaseGroup: string | null,
  edition: string | null,
  indexerFlags: number,
  releaseType: MediaFile['releaseType'],
  sizeBytes: number,
  addedMs: number,
  mediaInfo: MediaInfoValues | null,
  score: number,
  formats: readonly number[],
  scoreSource: MediaFile['scoreSource'],
];

/** For `JSON.stringify`. */
export function spooledFile(file: MediaFile, numberings: Numberings): SpooledFile {
  return [
    file.instance,
    file.service,
    file.item.id,
    file.profile.id,
    file.part,
    file.fileId,
    file.path,
    file.relativePath,
    file.sceneName,
    file.originalFilePath,
    numberings.qualities.numberOf(file.quality),
    file.isQualityCutoffMet,
    file.languages === null ? null : numberings.languages.numberOf(file.languages),
    file.releaseGroup,
    file.edition,
    numberings.flags.numberOf(file.indexerFlags),
    file.releaseType,
    file.sizeBytes,
    file.dateAdded.getTime(),
    file.mediaInfo === null ? null : mediaInfoValues(file.mediaInfo),
    file.score,
    file.formats.map(numberings.hits.numberOf),
    file.scoreSource,
  ];
}

/** Makes files of what lies in the spool. @throws where its item or profile is not among the parts */
export function fileBuilder(
  { items, profiles }: SharedParts,
  { qualities, languages, flags, hits }: Numberings,
): (spooled: SpooledFile) => MediaFile {
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  return (spooled) => {
    const item = items.get(spooled[2]);
    const profile = byId.get(spooled[3]);
    if (item === undefined || profile === undefined)
      throw new Error('a spool is read with the parts of another');
    return {
      instance: spooled[0],
      service: spooled[1],
      part: spooled[4],
      originalFilePath: spooled[9],
      edition: spooled[14],
      releaseType: spooled[16],
      fileId: spooled[5],
      path: spooled[6],
      relativePath: spooled[7],
      sceneName: spooled[8],
      quality: qualities.at(spooled[10]),
      isQualityCutoffMet: spooled[11],
      languages: spooled[12] === null ? null : languages.at(spooled[12]),
      releaseGroup: spooled[13],
      indexerFlags: flags.at(spooled[15]),
      sizeBytes: spooled[17],
      mediaInfo: spooled[19] === null ? null : mediaInfoOf(spooled[19]),
      score: spooled[20],
      formats: spooled[21].map(hits.at),
      scoreSource: spooled[22],
      item,
      profile,
      dateAdded: new Date(spooled[18]),
    };
  };
}
