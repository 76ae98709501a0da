import type { Item } from '../../model/item.ts';
import type { FormatHit, MediaFile } from '../../model/media-file.ts';
import type { FileQuality, Language } from '../../model/quality.ts';
import type { QualityProfile } from '../../model/quality-profile.ts';
import type { Service } from '../../model/service.ts';
import type { CommonFile, NamedFormat } from './file-shape.ts';
import type { Labels } from './labels.ts';

/** What is the same for all files of one reading. */
export interface FileContext {
  readonly instance: string;
  readonly service: Service;
  readonly profiles: readonly QualityProfile[];
  readonly labels: Labels;
}

/** Makes files of rows; equal parts are shared between files, so that a library stays small in memory. */
export interface FileBuilder {
  /** null for an item whose profile was not there when the rules were read. */
  readonly profileOf: (item: Item) => QualityProfile | null;
  readonly build: (row: CommonFile, owner: FileOwner) => MediaFile;
}

/** What a row does not say itself. */
export interface FileOwner
  extends Pick<
    MediaFile,
    'item' | 'profile' | 'part' | 'originalFilePath' | 'edition' | 'releaseType' | 'scoreSource'
  > {}

/** A builder for one reading. */
export function createFileBuilder({ instance, service, profiles, labels }: FileContext): FileBuilder {
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  const hitsOf = createHits();
  return {
    profileOf: (item) => byId.get(item.profileId) ?? null,
    build: (row, { scoreSource, ...owner }) => ({
      instance,
      service,
      item: owner.item,
      part: owner.part,
      originalFilePath: owner.originalFilePath,
      edition: owner.edition,
      releaseType: owner.releaseType,
      profile: owner.profile,
      fileId: row.id,
      path: row.path,
      relativePath: row.relativePath,
      sceneName: row.sceneName ?? null,
      quality: labels.share(qualityKey(row.quality), row.quality),
      isQualityCutoffMet: !row.qualityCutoffNotMet,
      languages: row.languages ? labels.share(languagesKey(row.languages), row.languages) : null,
      releaseGroup: row.releaseGroup ?? null,
      indexerFlags: labels.flags(row.indexerFlags ?? 0),
      sizeBytes: row.size,
      dateAdded: row.dateAdded,
      mediaInfo: row.mediaInfo ?? null,
      score: row.customFormatScore,
      formats: (row.customFormats ?? []).map(hitsOf(owner.profile)).sort(byFormatId),
      scoreSource,
    }),
  };
}

function qualityKey({ id, name, source, resolution, modifier, revision }: FileQuality): string {
  const { version, real, isRepack } = revision;
  return `quality ${id},${name},${source},${resolution},${modifier} ${version},${real},${isRepack}`;
}

function languagesKey(languages: readonly Language[]): string {
  return `languages ${languages.map(({ id, name }) => `${id} ${name}`).join()}`;
}

/** What a profile gives for a format; the servers count 0 for one that is not in the profile. */
function createHits(): (profile: QualityProfile) => (format: NamedFormat) => FormatHit {
  const perProfile = new Map<number, (format: NamedFormat) => FormatHit>();
  return (profile) => {
    const known = perProfile.get(profile.id) ?? hitsOfProfile(profile);
    perProfile.set(profile.id, known);
    return known;
  };
}

function hitsOfProfile({ formatScores }: QualityProfile): (format: NamedFormat) => FormatHit {
  const scores = new Map(formatScores.map(({ formatId, score }) => [formatId, score] as const));
  const hits = new Map<number, FormatHit>();
  return ({ id, name }) => {
    const known = hits.get(id);
    if (known !== undefined && known.name === name) return known;
    const made = { id, name, score: scores.get(id) ?? 0 };
    hits.set(id, made);
    return made;
  };
}

function byFormatId(a: FormatHit, b: FormatHit): number {
  return a.id - b.id;
}
