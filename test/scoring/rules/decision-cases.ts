import type { QualityProfile } from '../../../src/model/quality-profile.ts';
import type { DecidingSettings } from '../../../src/model/rules.ts';
import type { FileOnDisk, Offer, Release } from '../../../src/scoring/decision/offer.ts';
import { aFormat, aLadder, condition, graded, revised, scores } from '../../support/scoring.ts';
import type { RuleCase } from './engine.ts';

const fedAt = new Date('2026-03-10T12:00:00Z');

interface Situation {
  readonly file?: Partial<FileOnDisk>;
  readonly next?: Partial<Release>;
  readonly profile?: Partial<QualityProfile>;
  readonly propers?: DecidingSettings['propersAndRepacks'];
  readonly offer?: Partial<Offer>;
}

/** The reasons against Bluray-1080p with 60 points for Bluray-1080p with 50, cutoffs at Bluray-1080p and 100. */
function refused(rule: string, situation: Situation, ...expected: readonly string[]): RuleCase {
  const { file, next, profile, propers = 'preferAndUpgrade', offer } = situation;
  const dateAdded = new Date('2026-03-09');
  return {
    rule,
    run: ({ judgeRelease }) =>
      judgeRelease({
        profile: aLadder(profile),
        settings: { propersAndRepacks: propers, seasonPackUpgrade: null },
        files: [{ ...graded('Bluray-1080p', 50), releaseGroup: 'A', dateAdded, ...file }],
        release: { ...graded('Bluray-1080p', 60), releaseGroup: 'A', languages: [], ...next },
        seasonPack: null,
        originalLanguage: null,
        isAnime: false,
        fedAt,
        ...offer,
      }),
    expected,
  };
}

const proper = { quality: revised('Bluray-1080p', 2) };
const repack = { quality: revised('Bluray-1080p', 2, { isRepack: true }) };
const off = { upgradeAllowed: false };
const pack = (
  mode: 'all' | 'threshold' | 'any',
  thresholdPercent: number,
  missingEpisodes = 0,
): Partial<Offer> => ({
  seasonPack: { missingEpisodes },
  settings: { propersAndRepacks: 'preferAndUpgrade', seasonPackUpgrade: { mode, thresholdPercent } },
  files: [
    { ...graded('Bluray-1080p', 50), releaseGroup: 'A', dateAdded: fedAt },
    { ...graded('Bluray-1080p', 70), releaseGroup: 'A', dateAdded: fedAt },
  ],
});

const steps: readonly RuleCase[] = [
  refused('step 1: a better quality below the cutoff, whatever its score', {
    file: graded('WEBDL-1080p', 50),
    next: graded('Bluray-1080p', 0),
  }),
  refused('step 1 comes before step 5: an older revision of a better quality', {
    file: graded('WEBDL-1080p', 50, 2),
    next: graded('Bluray-1080p', 0),
  }),
  refused(
    'step 2: a worse quality, whatever its revision',
    { next: graded('WEBDL-1080p', 90, 2) },
    'diskHigherPreference',
  ),
  refused('step 3: a better revision, whatever its score', { next: { ...proper, score: 0 } }),
  refused(
    'step 3 is skipped when revisions are not preferred',
    { next: { ...proper, score: 50 }, propers: 'doNotPrefer' },
    'diskCustomFormatScore',
  ),
  refused(
    'step 4: upgrades off, and the rule of upgrades refuses too',
    { profile: { ...off, minFormatScore: 55 } },
    'diskUpgradesNotAllowed',
    'qualityUpgradesDisabled',
  ),
  refused(
    'step 5: an older revision, whatever its score',
    { file: graded('Bluray-1080p', 0, 2) },
    'diskHigherRevision',
  ),
  refused('step 5 is skipped when revisions are not preferred', {
    file: graded('Bluray-1080p', 0, 2),
    propers: 'doNotPrefer',
  }),
  refused(
    'step 6: a better quality when the quality cutoff is met',
    { next: graded('Remux-2160p', 90) },
    'diskCutoffMet',
  ),
  refused('step 7: an equal score', { next: { score: 50 } }, 'diskCustomFormatScore'),
  refused(
    'step 8: the file has reached the format cutoff',
    { file: graded('WEBDL-1080p', 100), next: graded('WEBDL-1080p', 120) },
    'diskCustomFormatCutoffMet',
  ),
  refused(
    'step 9: less than the step more',
    { profile: { minUpgradeFormatScore: 11 } },
    'diskCustomFormatScoreIncrement',
  ),
  refused('step 9: exactly the step more is taken', { profile: { minUpgradeFormatScore: 10 } }),
  refused(
    'both cutoffs met: nothing but a revision is looked at',
    { file: { score: 100 }, next: { score: 900 } },
    'diskCutoffMet',
  ),
  refused('both cutoffs met: a proper of the same quality is taken', { file: { score: 100 }, next: proper }),
];

const rest: readonly RuleCase[] = [
  refused(
    'the profile must allow the quality',
    { next: graded('SDTV', 60), offer: { files: [] } },
    'qualityNotWanted',
  ),
  refused('the minimum itself is enough', { profile: { minFormatScore: 60 } }),
  refused('below the minimum is refused', { profile: { minFormatScore: 61 } }, 'customFormatMinimumScore'),
  refused(
    'a wanted language must be among those of the release',
    { profile: { language: { id: 2, name: 'French' } }, next: { languages: [{ id: 1, name: 'English' }] } },
    'wantedLanguage',
  ),
  refused('the original language is that of the movie', {
    profile: { language: { id: -2, name: 'Original' } },
    next: { languages: [{ id: 4, name: 'German' }] },
    offer: { originalLanguage: { id: 4, name: 'German' } },
  }),
  refused('with upgrades off a proper of the same quality is taken', { profile: off, next: proper }),
  refused(
    'with upgrades off a better quality is refused by the rule of upgrades alone',
    { profile: off, file: graded('SDTV', 0) },
    'qualityUpgradesDisabled',
  ),
  refused(
    'a repack of another group',
    { next: { ...repack, releaseGroup: 'B' } },
    'repackReleaseGroupDoesNotMatch',
  ),
  refused('a repack of the same group in other letters', { next: { ...repack, releaseGroup: 'a' } }),
  refused('a repack of nobody', { next: { ...repack, releaseGroup: ' ' } }, 'repackUnknownReleaseGroup'),
  refused('a proper is no repack', { next: { ...proper, releaseGroup: 'B' } }),
  refused(
    'a repack when they are off',
    { next: repack, propers: 'doNotUpgrade', offer: { fedAt: null } },
    'repackDisabled',
  ),
  refused(
    'a proper from a feed when they are off',
    { next: proper, propers: 'doNotUpgrade' },
    'propersDisabled',
  ),
  refused('a proper from a search when they are off', {
    next: proper,
    propers: 'doNotUpgrade',
    offer: { fedAt: null },
  }),
  refused(
    'a proper of a file older than a week',
    { next: proper, file: { dateAdded: new Date('2026-03-03T11:00:00Z') } },
    'properForOldFile',
  ),
  refused('a proper of a file not older than a week', {
    next: proper,
    file: { dateAdded: new Date('2026-03-03T13:00:00Z') },
  }),
  refused(
    'a new version of an anime in other letters',
    { next: { ...proper, releaseGroup: 'a' }, offer: { isAnime: true } },
    'releaseGroupDoesNotMatch',
  ),
  refused('season pack, all: one file that stays is enough', { offer: pack('all', 100) }, 'diskNotUpgrade'),
  refused('season pack, any: one file that gains is enough', { offer: pack('any', 100) }),
  refused('season pack, threshold: exactly the share is enough', { offer: pack('threshold', 50) }),
  refused('season pack, threshold: missing episodes gain', { offer: pack('threshold', 66, 1) }),
];

const states: readonly RuleCase[] = [
  {
    rule: 'below the minimum is below, the minimum is not',
    run: ({ cutoffState }) =>
      [9, 10].map(
        (score) => cutoffState(aLadder({ minFormatScore: 10 }), graded('SDTV', score)).belowMinimum,
      ),
    expected: [true, false],
  },
  {
    rule: 'quality is met from the cutoff on',
    run: ({ cutoffState }) =>
      ['WEBDL-1080p', 'Bluray-1080p', 'Remux-2160p'].map(
        (name) => cutoffState(aLadder(), graded(name, 0)).quality,
      ),
    expected: ['open', 'met', 'met'],
  },
  {
    rule: 'the cutoff may be a group, whose members are equal',
    run: ({ cutoffState }) =>
      ['SDTV', 'WEBDL-1080p', 'WEBRip-1080p'].map(
        (name) => cutoffState(aLadder({ cutoff: 1001 }), graded(name, 0)).quality,
      ),
    expected: ['open', 'met', 'met'],
  },
  {
    rule: 'with upgrades off the worst allowed quality is the cutoff',
    run: ({ cutoffState }) =>
      ['SDTV', 'WEBDL-1080p'].map((name) => cutoffState(aLadder(off), graded(name, 0)).quality),
    expected: ['open', 'met'],
  },
  {
    rule: 'format is met from the format cutoff on',
    run: ({ cutoffState }) => [99, 100].map((score) => cutoffState(aLadder(), graded('SDTV', score)).format),
    expected: ['open', 'met'],
  },
  {
    rule: 'with upgrades off the minimum is the format cutoff',
    run: ({ cutoffState }) => [-1, 0].map((score) => cutoffState(aLadder(off), graded('SDTV', score)).format),
    expected: ['open', 'met'],
  },
];

const gate: readonly RuleCase[] = [
  {
    rule: 'import: an equal score passes, less does not; a better quality passes; an older revision does not',
    run: ({ passImportGate }) =>
      [
        graded('Bluray-1080p', 100, 2),
        graded('Bluray-1080p', 99, 2),
        graded('Remux-2160p', 0),
        graded('Bluray-1080p', 100),
      ].map((next) =>
        passImportGate({
          profile: aLadder(),
          current: graded('Bluray-1080p', 100, 2),
          next,
          propersAndRepacks: 'preferAndUpgrade',
        }),
      ),
    expected: ['pass', 'notCustomFormatUpgrade', 'pass', 'notRevisionUpgrade'],
  },
];

const bounds: readonly RuleCase[] = [
  {
    rule: 'the bound counts one of two sources',
    run: ({ bound }) => {
      const formats = [9, 7].map((value, at) => aFormat(at, condition('SourceSpecification', { value })));
      return bound(aLadder({ formatScores: scores([0, 100], [1, 10]) }), formats, 'radarr').score;
    },
    expected: 100,
  },
  {
    rule: 'the bound counts one of two groups',
    run: ({ bound }) => {
      const formats = ['^(A)$', '^(B)$'].map((value, at) =>
        aFormat(at, condition('ReleaseGroupSpecification', { value })),
      );
      return bound(aLadder({ formatScores: scores([0, 100], [1, 10]) }), formats, 'radarr').score;
    },
    expected: 100,
  },
  {
    rule: 'the bound counts one of a condition and its negation',
    run: ({ bound }) => {
      const formats = [true, false].map((isNegated, at) =>
        aFormat(at, condition('ReleaseTitleSpecification', { value: 'a' }, { isNegated })),
      );
      return bound(aLadder({ formatScores: scores([0, 100], [1, 10]) }), formats, 'radarr').score;
    },
    expected: 100,
  },
];

/** What upgrade decisions, cutoffs and bounds mean. Source: servarr.md chapter 6. */
export const decisionCases: readonly RuleCase[] = [...steps, ...rest, ...states, ...gate, ...bounds];
