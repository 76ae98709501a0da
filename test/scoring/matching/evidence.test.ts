import { expect, test } from 'vitest';
import type { CustomFormat } from '../../../src/model/custom-format.ts';
import { describeActual, describeWanted, kindName } from '../../../src/scoring/matching/describe-actual.ts';
import { type FormatEvidence, matchedText } from '../../../src/scoring/matching/evidence.ts';
import { explainFormats } from '../../../src/scoring/matching/explain-formats.ts';
import { fileInput } from '../../../src/scoring/matching/file-input.ts';
import {
  createFormatMatcher,
  describeFormatProblem,
  formatProblems,
} from '../../../src/scoring/matching/format-matcher.ts';
import { matchAll } from '../../../src/scoring/matching/match-all.ts';
import { nearMisses } from '../../../src/scoring/matching/near-misses.ts';
import type { Guard } from '../../../src/scoring/pattern/guard.ts';
import { formatHits } from '../../../src/scoring/score-of.ts';
import { aFile, aProfile, aQuality } from '../../support/builders.ts';
import { aFormat, condition, scores } from '../../support/scoring.ts';

const title = (value: string, only = {}) => condition('ReleaseTitleSpecification', { value }, only);
const source = (value: number, only = {}) => condition('SourceSpecification', { value }, only);
const file = aFile({ sceneName: 'Movie.2160p.REPACK', relativePath: 'Movie.mkv', releaseGroup: null });
const input = fileInput(file, { isWindows: false });

function evidenceOf(...formats: readonly CustomFormat[]): readonly FormatEvidence[] {
  return explainFormats(createFormatMatcher(formats, 'radarr'), input, 'radarr');
}

test('evidence says what was tried on which text, and what matched where', () => {
  const [one] = evidenceOf(aFormat(1, source(9), title('repack')));
  expect(one?.matches).toBe(true);
  expect(one?.groups.map(({ implementation, holds }) => [implementation, holds])).toEqual([
    ['SourceSpecification', true],
    ['ReleaseTitleSpecification', true],
  ]);
  const texts = one?.groups[1]?.conditions[0]?.texts ?? [];
  expect(texts).toEqual([
    { name: 'title', text: 'Movie.2160p.REPACK', match: { index: 12, length: 6 } },
    { name: 'fileName', text: 'Movie.mkv', match: null },
  ]);
  expect(texts.map(matchedText)).toEqual(['REPACK', null]);
  expect(one?.groups[0]?.conditions[0]).toMatchObject({
    holds: true,
    actual: 'bluray',
    texts: [],
    problem: null,
  });
});

test('a text that is not there, and a blank pattern, match nothing', () => {
  const blank = condition('ReleaseGroupSpecification', { value: ' ' });
  const [one] = evidenceOf(
    aFormat(1, condition('ReleaseGroupSpecification', { value: 'x' }), blank, title(' ')),
  );
  const conditions = one?.groups.flatMap((group) => group.conditions) ?? [];
  expect(conditions.flatMap(({ texts }) => texts.map(({ match }) => match))).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(matchedText({ name: 'title', text: null, match: null })).toBeNull();
});

test('what nobody can tell has its reason', () => {
  const formats = [
    aFormat(1, condition('Mood', {})),
    aFormat(2, title('(?(a)b|c)')),
    aFormat(3, title('a(')),
    aFormat(4, title('a')),
  ];
  const matcher = createFormatMatcher(formats, 'radarr');
  expect(formatProblems(matcher).map(describeFormatProblem)).toEqual([
    'Format 1: conditions of the kind Mood are not known here',
    'Format 2: the conditional at character 1 of the pattern (?(a)b|c) is not evaluated here',
    'Format 3: the server refuses the pattern a(: a ( is never closed; write \\( for the character, at character 2: “(”',
  ]);
  expect(formatProblems(createFormatMatcher([aFormat(9, title(' '))], 'radarr'))).toEqual([]);
  const [one, two] = explainFormats(matcher, input, 'radarr');
  expect([one?.matches, two?.matches]).toEqual([null, null]);
  expect(two?.groups[0]?.conditions[0]).toMatchObject({
    holds: null,
    texts: [],
    problem: { kind: 'pattern' },
  });
  const any = createFormatMatcher([aFormat(5, condition('LanguageSpecification', { value: -1 }))], 'sonarr');
  expect(formatProblems(any).map(describeFormatProblem)).toEqual(['Format 5: the server has no language -1']);
});

test('a near miss fails by one kind of condition, and the required ones are to blame', () => {
  const misses = nearMisses(
    evidenceOf(
      aFormat(1, source(9), title('absent')),
      aFormat(2, source(7), title('absent')),
      aFormat(3, source(9), title('repack')),
      aFormat(4, title('absent'), title('REPACK', { isRequired: true, isNegated: true })),
    ),
  );
  expect(misses.map(({ evidence }) => evidence.format.id)).toEqual([1, 4]);
  expect(
    misses.map(({ conditions }) => conditions.map(({ specification }) => specification.fields['value'])),
  ).toEqual([['absent'], ['REPACK']]);
});

test.each([
  ['LanguageSpecification', 'German'],
  ['IndexerFlagSpecification', 'flags 3'],
  ['SourceSpecification', 'bluray'],
  ['ResolutionSpecification', '1080p'],
  ['QualityModifierSpecification', 'none'],
  ['ReleaseTypeSpecification', 'unknown'],
  ['SizeSpecification', '7.45 GiB'],
  ['YearSpecification', '0'],
  ['ReleaseTitleSpecification', ''],
])('what a %s looks at is said as "%s"', (implementation, said) => {
  const flagged = aFile({ indexerFlags: { bits: 3, names: [] }, quality: aQuality() });
  const seen = fileInput(flagged, { isWindows: false });
  expect(describeActual(condition(implementation, {}), seen, 'radarr')).toBe(said);
});

test('no list of languages is said as such', () => {
  const seen = fileInput(aFile({ languages: null }), { isWindows: false });
  expect(describeActual(condition('LanguageSpecification', {}), seen, 'radarr')).toBe('no languages');
});

test.each([
  [title('x265'), 'x265'],
  [condition('EditionSpecification', {}), ''],
  [title('x265', { isNegated: true }), 'not x265'],
  [source(7), 'webdl'],
  [source(99), '99'],
  [condition('SourceSpecification', {}), 'unknown'],
  [condition('ResolutionSpecification', { value: 2160 }), '2160p'],
  [condition('ResolutionSpecification', {}), '0p'],
  [condition('SizeSpecification', { min: 1, max: 2.5 }), '1 to 2.5 GiB'],
  [condition('YearSpecification', {}), '0 to 0'],
  [condition('LanguageSpecification', { value: 1 }, { name: 'English' }), 'English'],
])('a condition asks for "$1"', (one, wanted) => {
  expect(describeWanted(one, 'radarr')).toBe(wanted);
});

test('kinds have names for people', () => {
  expect(kindName('QualityModifierSpecification')).toBe('quality modifier');
  expect(kindName('Mood')).toBe('Mood');
});

/** Lets work finish, and calls it an overrun when it pleases. */
function guardThat(overruns: (call: number) => boolean): Guard {
  let call = 0;
  return (work) => {
    call += 1;
    return overruns(call) ? { kind: 'overrun' } : { kind: 'finished', value: work() };
  };
}

test('a whole batch over the limit is no proof against a pattern', () => {
  const matcher = createFormatMatcher([aFormat(1, title('REPACK'))], 'radarr');
  expect(
    matchAll(
      matcher,
      [input, input],
      guardThat((call) => call === 1),
    ),
  ).toEqual([
    { matched: [1], unknown: [] },
    { matched: [1], unknown: [] },
  ]);
});

test('a pattern that runs over the limit on one input is given up, and the others still answer', () => {
  const matcher = createFormatMatcher([aFormat(1, title('REPACK')), aFormat(2, source(9))], 'radarr');
  matcher.match(input);
  expect(matcher.asked()).toBe('REPACK');
  expect(
    matchAll(
      matcher,
      [{ ...input }],
      guardThat((call) => call <= 4),
    ),
  ).toEqual([{ matched: [2], unknown: [1] }]);
  expect(formatProblems(matcher).map(describeFormatProblem)).toEqual([
    'Format 1: the pattern REPACK ran over its time limit',
  ]);
});

test('a busy machine, late once or twice, costs no pattern its answer', () => {
  const matcher = createFormatMatcher([aFormat(1, title('other'), title('REPACK'))], 'radarr');
  matcher.match(input);
  const late = matchAll(
    matcher,
    [{ ...input }],
    guardThat((call) => call <= 3),
  );
  expect(late).toEqual([{ matched: [1], unknown: [] }]);
  expect(formatProblems(matcher)).toEqual([]);
});

test('a limit that no pattern can have broken is a mistake of whoever set it', () => {
  const matcher = createFormatMatcher([aFormat(1, source(9))], 'radarr');
  expect(() =>
    matchAll(
      matcher,
      [input],
      guardThat(() => true),
    ),
  ).toThrow(/before any pattern/);
});

test('hits carry what the profile gives, by id', () => {
  const profile = aProfile({ formatScores: scores([1, 10]) });
  expect(formatHits(profile, [aFormat(2), aFormat(1)])).toEqual([
    { id: 1, name: 'Format 1', score: 10 },
    { id: 2, name: 'Format 2', score: 0 },
  ]);
});
