import { randomBelow, type SeededRandom } from '../../src/lib/seeded-random.ts';
import type { CustomFormat } from '../../src/model/custom-format.ts';
import type { FormatHit } from '../../src/model/media-file.ts';
import type { FileQuality, Quality } from '../../src/model/quality.ts';
import type { QualityProfile } from '../../src/model/quality-profile.ts';

const formatsInRules = 80;
const profilesInRules = 6;

const qualities: readonly Quality[] = [
  { id: 4, name: 'HDTV-720p', source: 'tv', resolution: 720, modifier: 'none' },
  { id: 9, name: 'HDTV-1080p', source: 'tv', resolution: 1080, modifier: 'none' },
  { id: 3, name: 'WEBDL-1080p', source: 'webdl', resolution: 1080, modifier: 'none' },
  { id: 7, name: 'Bluray-1080p', source: 'bluray', resolution: 1080, modifier: 'none' },
  { id: 19, name: 'Bluray-2160p', source: 'bluray', resolution: 2160, modifier: 'none' },
];

/** Eighty formats, each a word in a name. */
export const formats: readonly CustomFormat[] = Array.from({ length: formatsInRules }, (_, at) => ({
  id: at + 1,
  name: `Format ${at + 1}`,
  includedWhenRenaming: false,
  specifications: [
    {
      name: 'word',
      implementation: 'ReleaseTitleSpecification',
      isNegated: false,
      isRequired: false,
      fields: { value: `\\b(word${at}|other${at})\\b` },
    },
  ],
}));

/** Six profiles that score all formats, below zero too; the last one allows no upgrades. */
export const profiles: readonly QualityProfile[] = Array.from({ length: profilesInRules }, (_, at) => ({
  id: at + 1,
  name: `Profile ${at + 1}`,
  upgradeAllowed: at !== 5,
  cutoff: 7,
  items: qualities.map((quality) => ({ kind: 'quality', quality, isAllowed: true })),
  minFormatScore: at * 20,
  cutoffFormatScore: 1000 * (at + 1),
  minUpgradeFormatScore: 1,
  formatScores: formats.map(({ id, name }) => ({
    formatId: id,
    name,
    score: ((id * 37 + at * 11) % 21) * 25 - 100,
  })),
  language: null,
}));

/** The profile of an item, always the same. */
export function profileOf(itemId: number): QualityProfile {
  const profile = profiles[itemId % profilesInRules];
  if (profile === undefined) throw new Error('there are profiles');
  return profile;
}

const fileQualities: readonly FileQuality[] = qualities.map((quality) => ({
  ...quality,
  revision: { version: 1, real: 0, isRepack: false },
}));

/** Any of the qualities, first revision; files share them, as in a library from the store. */
export function aQualityOf(random: SeededRandom): FileQuality {
  return pick(random, fileQualities);
}

/** What each profile gives for each format, by id; files share them, as in a library from the store. */
const worth: ReadonlyMap<QualityProfile, readonly FormatHit[]> = new Map(
  profiles.map((profile) => [
    profile,
    profile.formatScores.map(({ formatId: id, name, score }) => ({ id, name, score })),
  ]),
);

/** So many different formats, early ones more often, with what the profile gives for them. */
export function hitsOf(profile: QualityProfile, count: number, random: SeededRandom): readonly FormatHit[] {
  const ids = new Set<number>();
  while (ids.size < count) ids.add(1 + Math.floor(random() ** 2 * formatsInRules));
  const hits = worth.get(profile) ?? [];
  return [...ids].toSorted((a, b) => a - b).flatMap((id) => hits[id - 1] ?? []);
}

/** Any of some values. @throws where there is none */
function pick<T>(random: SeededRandom, values: readonly T[]): T {
  const value = values[randomBelow(random, values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}
