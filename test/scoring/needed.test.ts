import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Language } from '../../src/model/quality.ts';
import { judgeRelease } from '../../src/scoring/decision/judge-release.ts';
import { qualitiesOf } from '../../src/scoring/decision/quality-order.ts';
import { compareRevision } from '../../src/scoring/decision/revision-order.ts';
import { describeShutWay, describeWay } from '../../src/scoring/describe-needed.ts';
import { type Needed, type NeededQuestion, needed } from '../../src/scoring/needed.ts';
import { aLadder, graded, revised, step } from '../support/scoring.ts';

const names = ['SDTV', 'WEBDL-1080p', 'WEBRip-1080p', 'Bluray-1080p', 'Remux-2160p'];
const languages: readonly Language[] = [];

const questions = fc.record({
  allowed: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  cutoff: fc.constantFrom(1, 1001, 15, 7, 31),
  upgradeAllowed: fc.boolean(),
  minimum: fc.integer({ min: -3, max: 3 }),
  cutoffFormatScore: fc.integer({ min: -3, max: 6 }),
  stepUp: fc.integer({ min: 1, max: 3 }),
  propersAndRepacks: fc.constantFrom('preferAndUpgrade', 'doNotUpgrade', 'doNotPrefer'),
  file: fc.record({
    name: fc.constantFrom(...names),
    score: fc.integer({ min: -6, max: 8 }),
    version: fc.integer({ min: 1, max: 3 }),
  }),
  offered: fc.record({
    name: fc.constantFrom(...names),
    score: fc.integer({ min: -6, max: 8 }),
    version: fc.integer({ min: 1, max: 3 }),
  }),
});

test('a release from a feed is taken exactly when it goes one of the needed ways', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(questions, (draw) => {
      const items = aLadder().items.map((item, at) => ({ ...item, isAllowed: draw.allowed[at] ?? true }));
      const { upgradeAllowed, cutoff, cutoffFormatScore, propersAndRepacks } = draw;
      const thresholds = {
        minFormatScore: draw.minimum,
        minUpgradeFormatScore: draw.stepUp,
        cutoffFormatScore,
      };
      const profile = aLadder({ items, cutoff, upgradeAllowed, ...thresholds });
      const file = graded(draw.file.name, draw.file.score, draw.file.version);
      const offered = graded(draw.offered.name, draw.offered.score, draw.offered.version);
      const reasons = judgeRelease({
        profile,
        settings: { propersAndRepacks, seasonPackUpgrade: null },
        files: [{ ...file, releaseGroup: 'A', dateAdded: new Date(0) }],
        release: { ...offered, releaseGroup: 'A', languages },
        seasonPack: null,
        originalLanguage: null,
        isAnime: false,
        fedAt: new Date(1),
      });
      const answer = needed({ profile, file, propersAndRepacks });
      expect(answer.ways.some((way) => goes(way, { file, offered }))).toBe(reasons.length === 0);
      expect(answer.ways.length + answer.shut.length).toBe(3);
    }),
    { numRuns: 20_000, seed: 6 },
  );
});

type Pair = Readonly<Record<'file' | 'offered', ReturnType<typeof graded>>>;

function goes({ qualityIds, minScore, revision }: Needed['ways'][number], { file, offered }: Pair): boolean {
  const newer = compareRevision(offered.quality.revision, file.quality.revision);
  const fits = revision === 'any' || (revision === 'better' ? newer > 0 : newer === 0);
  return fits && qualityIds.includes(offered.quality.id) && offered.score >= minScore;
}

function said(question: Partial<NeededQuestion>): readonly string[] {
  const file = graded('Bluray-1080p', 40);
  const { ways, shut } = needed({
    profile: aLadder(),
    file,
    propersAndRepacks: 'preferAndUpgrade',
    ...question,
  });
  return [...ways.map(describeWay), ...shut.map(describeShutWay)];
}

test('a score below zero is written with the minus of all other scores', () => {
  const [way] = said({ file: graded('Bluray-1080p', -900), profile: aLadder({ minFormatScore: -200 }) });
  expect(way).toBe('the same quality with a score of at least −200');
});

test('an open format says what score is needed and why no better quality is', () => {
  expect(
    said({ file: graded('Bluray-1080p', 9_705), profile: aLadder({ cutoffFormatScore: 10_000 }) }),
  ).toEqual([
    'the same quality with a score of at least 9,706',
    'a proper or repack of Bluray-1080p or Remux-2160p with a score of at least 0',
    'not a better quality: the quality cutoff (Bluray-1080p) is met',
  ]);
});

test('an open quality names the steps above', () => {
  const [first] = said({ file: graded('WEBDL-1080p', 100) });
  expect(first).toBe('a better quality (Bluray-1080p or Remux-2160p) with a score of at least 0');
  const items = [step('SDTV'), ...aLadder().items, step('Remux-2160p'), step('Remux-2160p')];
  const [many] = said({ profile: aLadder({ items, cutoff: 31 }), file: graded('SDTV', 0) });
  expect(many).toBe('a better quality (WEB 1080p up to Remux-2160p) with a score of at least 0');
  const [three] = said({ profile: aLadder({ cutoff: 31 }), file: graded('SDTV', 0) });
  expect(three).toBe('a better quality (WEB 1080p, Bluray-1080p or Remux-2160p) with a score of at least 0');
});

test('a closed file takes a proper only', () => {
  expect(said({ file: graded('Bluray-1080p', 100) })).toEqual([
    'a proper or repack of Bluray-1080p with a score of at least 0',
    'not a better quality: the quality cutoff (Bluray-1080p) is met',
    'not a better score: the format cutoff (100) is met',
  ]);
});

test('what is switched off is said', () => {
  expect(said({ profile: aLadder({ upgradeAllowed: false }), propersAndRepacks: 'doNotUpgrade' })).toEqual([
    'not a better quality: the profile allows no upgrades',
    'not a better score: the profile allows no upgrades',
    'not a proper or repack: the server does not upgrade to propers and repacks',
  ]);
  expect(said({ propersAndRepacks: 'doNotPrefer' })).toContain(
    'not a proper or repack: the server does not upgrade to propers and repacks',
  );
});

test('a quality that the profile does not take can only be left behind', () => {
  const profile = aLadder({ items: [step('SDTV', false), step('Remux-2160p', false)], cutoff: 31 });
  expect(said({ profile, file: graded('SDTV', 0) })).toEqual([
    'not a better quality: the profile allows nothing better',
    'not a better score: the profile does not allow SDTV',
    'not a proper or repack: the profile does not allow SDTV',
  ]);
});

test('a quality that no profile knows is named as such', () => {
  const profile = aLadder({ items: [] });
  expect(said({ profile, file: { quality: revised('SDTV'), score: 0 } })).toContain(
    'not a better score: the profile does not allow unknown',
  );
  expect(profile.items.flatMap(qualitiesOf)).toEqual([]);
});
