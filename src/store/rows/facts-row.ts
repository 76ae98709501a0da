import { z } from 'zod';
import type { FileFacts } from '../../model/changes/file-facts.ts';
import type { ReleaseType } from '../../model/media-file.ts';
import type { Terms } from './terms.ts';

/** In this order in the column `facts`; numbers of terms where many files share a value. */
type Packed = readonly [
  fileId: number,
  relativePath: string,
  sceneName: string | null,
  originalFilePath: string | null,
  quality: number,
  languages: number,
  releaseGroup: string | null,
  edition: string | null,
  indexerFlags: number,
  releaseType: ReleaseType | null,
  sizeBytes: number,
  originalLanguage: number,
  isShared: 0 | 1,
];

/** What formats look at: facts without what follows from rules. */
export type LookedAt = Omit<FileFacts, 'profileId' | 'formatIds' | 'surplus'>;

/** We wrote it ourselves: the type is told, not checked. */
const PackedShape = z.custom<Packed>();

/** The column `facts` of a file. Equal facts give equal texts. */
export function packFacts(facts: LookedAt, terms: Terms): string {
  const packed: Packed = [
    facts.fileId,
    facts.relativePath,
    facts.sceneName,
    facts.originalFilePath,
    terms.numberOf(facts.quality),
    terms.numberOf(facts.languages),
    facts.releaseGroup,
    facts.edition,
    terms.numberOf(facts.indexerFlags),
    facts.releaseType,
    facts.sizeBytes,
    terms.numberOf(facts.originalLanguage),
    facts.isShared ? 1 : 0,
  ];
  return JSON.stringify(packed);
}

/** What the column `facts` says. */
export function unpackFacts(text: string, terms: Terms): LookedAt {
  const packed = PackedShape.parse(JSON.parse(text));
  return {
    fileId: packed[0],
    relativePath: packed[1],
    sceneName: packed[2],
    originalFilePath: packed[3],
    quality: terms.quality(packed[4]),
    languages: terms.languages(packed[5]),
    releaseGroup: packed[6],
    edition: packed[7],
    indexerFlags: terms.flags(packed[8]),
    releaseType: packed[9],
    sizeBytes: packed[10],
    originalLanguage: terms.language(packed[11]),
    isShared: packed[12] === 1,
  };
}
