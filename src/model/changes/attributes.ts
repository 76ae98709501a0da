import type { FileQuality, Language } from '../quality.ts';
import type { FileFacts } from './file-facts.ts';

/** What formats look at in a file, by the words people use. Source: servarr.md 5.1. */
export const attributeNames = [
  'file name',
  'release name',
  'original name',
  'quality',
  'languages',
  'original language',
  'release group',
  'edition',
  'indexer flags',
  'release type',
  'size',
] as const;

/** One of them. */
export type AttributeName = (typeof attributeNames)[number];

/** One attribute that differs between two moments, as people write it; null where the server has no value. */
export interface AttributeEdit {
  readonly name: AttributeName;
  readonly from: string | null;
  readonly to: string | null;
}

interface Attribute {
  readonly isSame: (a: FileFacts, b: FileFacts) => boolean;
  readonly text: (file: FileFacts) => string | null;
}

const attributes: Readonly<Record<AttributeName, Attribute>> = {
  'file name': plain(({ relativePath }) => relativePath),
  'release name': plain(({ sceneName }) => sceneName),
  'original name': plain(({ originalFilePath }) => originalFilePath),
  quality: {
    isSame: ({ quality: a }, { quality: b }) => a === b || (a.id === b.id && isSameRevision(a, b)),
    text: ({ quality }) => qualityText(quality),
  },
  languages: {
    isSame: ({ languages: a }, { languages: b }) => a === b || isSameList(idsOf(a), idsOf(b)),
    text: ({ languages }) => languages?.map(({ name }) => name).join(', ') ?? null,
  },
  'original language': {
    isSame: ({ originalLanguage: a }, { originalLanguage: b }) => a?.id === b?.id,
    text: ({ originalLanguage }) => originalLanguage?.name ?? null,
  },
  'release group': plain(({ releaseGroup }) => releaseGroup),
  edition: plain(({ edition }) => edition),
  'indexer flags': {
    isSame: ({ indexerFlags: a }, { indexerFlags: b }) => a.bits === b.bits,
    text: ({ indexerFlags }) => indexerFlags.names.join(', '),
  },
  'release type': plain(({ releaseType }) => releaseType),
  size: {
    isSame: (a, b) => a.sizeBytes === b.sizeBytes,
    text: ({ sizeBytes }) => String(sizeBytes),
  },
};

/** What formats see differently in the second file, in a fixed order. */
export function attributeEdits(before: FileFacts, after: FileFacts): readonly AttributeEdit[] {
  return attributeNames
    .filter((name) => !attributes[name].isSame(before, after))
    .map((name) => ({ name, from: attributes[name].text(before), to: attributes[name].text(after) }));
}

/** Whether both moments say the same of a slot's file. Then a score can only have moved by the rules. */
export function sameFacts(a: FileFacts, b: FileFacts): boolean {
  if (a === b) return true;
  if (a.fileId !== b.fileId || a.profileId !== b.profileId || a.surplus !== b.surplus) return false;
  return (
    isSameList(a.formatIds, b.formatIds) && attributeNames.every((name) => attributes[name].isSame(a, b))
  );
}

/** `Bluray-1080p`, `Bluray-1080p v2 real repack` */
export function qualityText({ name, revision }: FileQuality): string {
  const version = revision.version === 1 ? '' : ` v${revision.version}`;
  return `${name}${version}${revision.real > 0 ? ' real' : ''}${revision.isRepack ? ' repack' : ''}`;
}

function plain(text: (file: FileFacts) => string | null): Attribute {
  return { text, isSame: (a, b) => text(a) === text(b) };
}

function isSameRevision({ revision: a }: FileQuality, { revision: b }: FileQuality): boolean {
  return a.version === b.version && a.real === b.real && a.isRepack === b.isRepack;
}

/** No languages and unknown languages differ to a language specification (servarr.md 5.4.3). */
function idsOf(languages: readonly Language[] | null): readonly number[] | null {
  return languages?.map(({ id }) => id) ?? null;
}

function isSameList(a: readonly number[] | null, b: readonly number[] | null): boolean {
  if (a === null || b === null) return a === b;
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
