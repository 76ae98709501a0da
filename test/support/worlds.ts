import fc from 'fast-check';
import type { FileFacts } from '../../src/model/changes/file-facts.ts';
import type { CustomFormat, Specification } from '../../src/model/custom-format.ts';
import type { FormatScore, QualityProfile } from '../../src/model/quality-profile.ts';
import type { Rules } from '../../src/model/rules.ts';
import { aProfile, aQuality } from './builders.ts';

/** A file as it lies there; what matches it follows from the rules. */
export type PlainFile = Omit<FileFacts, 'formatIds' | 'surplus'>;

/** A small server: some formats, some profiles, and one slot's file. */
export interface World {
  readonly rules: Rules;
  readonly file: PlainFile;
}

/** A format that matches files of group `A`, and only of an edition where one is given. */
export function aFormat(
  only: Partial<Omit<CustomFormat, 'specifications'>> & {
    readonly group?: string;
    readonly edition?: string | null;
  } = {},
): CustomFormat {
  const { id = 1, name = `format ${id}`, group = 'A', edition = null, includedWhenRenaming = false } = only;
  const specifications = [condition('ReleaseGroupSpecification', group)];
  if (edition !== null) specifications.push(condition('EditionSpecification', edition));
  return { id, name, includedWhenRenaming, specifications };
}

function condition(implementation: string, value: string): Specification {
  return { name: implementation, implementation, isNegated: false, isRequired: false, fields: { value } };
}

/** Rules of Radarr; scores as `[format id, score]`. */
export function someRules(formats: readonly CustomFormat[], profiles: readonly QualityProfile[]): Rules {
  return {
    service: 'radarr',
    formats,
    profiles,
    settings: { propersAndRepacks: 'preferAndUpgrade', seasonPackUpgrade: null },
  };
}

/** A profile that gives these scores. */
export function scoring(
  scores: Readonly<Record<number, number>>,
  only: Partial<QualityProfile> = {},
): QualityProfile {
  const formatScores = Object.entries(scores).map(([id, score]): FormatScore => {
    return { formatId: Number(id), name: `format ${id}`, score };
  });
  return aProfile({ formatScores, ...only });
}

/** A file of group `A` without an edition. */
export function aPlainFile(only: Partial<PlainFile> = {}): PlainFile {
  return {
    fileId: 1,
    relativePath: 'a.mkv',
    sceneName: null,
    originalFilePath: null,
    quality: aQuality(),
    languages: null,
    releaseGroup: 'A',
    edition: '',
    indexerFlags: { bits: 0, names: [] },
    releaseType: null,
    sizeBytes: 1,
    originalLanguage: null,
    profileId: 1,
    isShared: false,
    ...only,
  };
}

/** The judge of these worlds. */
export function judge(file: PlainFile, { specifications }: CustomFormat): boolean {
  return specifications.every(({ implementation, fields }) => {
    const text = implementation === 'EditionSpecification' ? file.edition : file.releaseGroup;
    return (text ?? '') === fields['value'];
  });
}

/** What the server of these rules says of the file. */
export function factsIn({ rules, file }: World, surplus = 0): FileFacts {
  const matched = rules.formats.filter((format) => judge(file, format));
  return { ...file, formatIds: matched.map(({ id }) => id).sort((a, b) => a - b), surplus };
}

/** The score that the server of these rules gives. */
export function scoreIn({ rules, file }: World): number {
  const profile = rules.profiles.find(({ id }) => id === file.profileId);
  const scores = new Map(profile?.formatScores.map(({ formatId, score }) => [formatId, score]));
  return factsIn({ rules, file }).formatIds.reduce((sum, id) => sum + (scores.get(id) ?? 0), 0);
}

const letter = fc.constantFrom('A', 'B');
const score = fc.constantFrom(-100, -10, 0, 0, 1, 20, 300);

const formats = fc
  .uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .tuple(letter, fc.option(fc.constantFrom('', 'IMAX')))
          .map(([group, edition]) => aFormat({ id, group, edition })),
      ),
    ),
  );

const scores = fc.record({ 1: score, 2: score, 3: score, 4: score, 5: score }, { requiredKeys: [] });

const rules = fc
  .tuple(formats, scores, scores)
  .map(([some, hd, uhd]) =>
    someRules(some, [scoring(hd, { id: 1, name: 'HD' }), scoring(uhd, { id: 2, name: 'UHD' })]),
  );

const file = fc
  .record({
    fileId: fc.constantFrom(1, 2),
    releaseGroup: letter,
    edition: fc.constantFrom('', 'IMAX'),
    profileId: fc.constantFrom(1, 2),
  })
  .map(aPlainFile);

/** Any small server. */
export const worlds: fc.Arbitrary<World> = fc.record({ rules, file });
