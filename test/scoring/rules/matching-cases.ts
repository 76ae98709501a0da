import type { CustomFormat } from '../../../src/model/custom-format.ts';
import type { MediaFile } from '../../../src/model/media-file.ts';
import type { Service } from '../../../src/model/service.ts';
import type { ParsedRelease } from '../../../src/scoring/matching/release-input.ts';
import { aFile, anItem, aProfile, aQuality } from '../../support/builders.ts';
import { aFormat, condition, scores } from '../../support/scoring.ts';
import type { Engine, RuleCase } from './engine.ts';

type Fields = Parameters<typeof condition>[1];
type Flags = Parameters<typeof condition>[2];
type Tested = readonly [kind: string, fields: Fields, flags?: Flags];

const not = { isNegated: true };
const required = { isRequired: true };
const english = { id: 1, name: 'English' };
const french = { id: 2, name: 'French' };

const format = (...conditions: readonly Tested[]): CustomFormat =>
  aFormat(1, ...conditions.map(([kind, fields, flags]) => condition(`${kind}Specification`, fields, flags)));

interface Situation {
  readonly service?: Service;
  readonly isWindows?: boolean;
}

/** Whether a format of these conditions matches a file: yes, no, or unknown. */
function onFile(file: Partial<MediaFile>, conditions: readonly Tested[], situation: Situation = {}) {
  const { service = 'radarr', isWindows = false } = situation;
  return (engine: Engine): string => {
    const input = engine.fileInput(aFile({ service, ...file }), { isWindows });
    return answer(engine.createFormatMatcher([format(...conditions)], service).match(input));
  };
}

function onRelease(release: Partial<ParsedRelease>, ...conditions: readonly Tested[]) {
  return (engine: Engine): string => {
    const input = engine.releaseInput({ ...plainRelease, ...release });
    return answer(engine.createFormatMatcher([format(...conditions)], 'radarr').match(input));
  };
}

function answer({ matched, unknown }: { matched: readonly number[]; unknown: readonly number[] }): string {
  if (matched.length > 0) return 'yes';
  return unknown.length > 0 ? 'unknown' : 'no';
}

const plainRelease: ParsedRelease = {
  service: 'radarr',
  title: 'A.Movie.2016.1080p',
  quality: aQuality(),
  languages: [english],
  originalLanguage: null,
  releaseGroup: null,
  edition: null,
  releaseType: null,
  indexerFlags: 0,
  sizeBytes: 0,
  year: 2016,
};

const names = { sceneName: 'Scene', originalFilePath: 'folder/Original.mkv', relativePath: 'Present.mkv' };
const title = (value: string, flags?: Flags): Tested => ['ReleaseTitle', { value }, flags ?? {}];
const language = (value: number, flags?: Flags, exceptLanguage = false): Tested => [
  'Language',
  { value, exceptLanguage },
  flags ?? {},
];
const gib = 1024 ** 3;

const texts: readonly RuleCase[] = [
  { rule: 'the scene name is the title', run: onFile(names, [title('^Scene$')]), expected: 'yes' },
  {
    rule: 'with a scene name the original path is not looked at',
    run: onFile(names, [title('Original')]),
    expected: 'no',
  },
  {
    rule: 'without one the name of the original file is',
    run: onFile({ ...names, sceneName: ' ' }, [title('^Original[.]mkv$')]),
    expected: 'yes',
  },
  {
    rule: 'without both the present name is',
    run: onFile({ ...names, sceneName: null, originalFilePath: '' }, [title('^Present[.]mkv$')]),
    expected: 'yes',
  },
  {
    rule: 'the present file name is tried too',
    run: onFile(names, [title('Present')]),
    expected: 'yes',
  },
  {
    rule: 'negated, neither text may match',
    run: onFile(names, [title('Present', not)]),
    expected: 'no',
  },
  {
    rule: 'Radarr takes signs and the space before them out of the title',
    run: onFile({ ...names, sceneName: 'Who ?<a' }, [title('^Whoa$')]),
    expected: 'yes',
  },
  {
    rule: 'Sonarr leaves the title as it is',
    run: onFile({ ...names, sceneName: 'Who ?<a' }, [title('^Who [?]<a$')], { service: 'sonarr' }),
    expected: 'yes',
  },
  {
    rule: 'on Windows a backslash separates folders',
    run: onFile({ ...names, relativePath: 'a\\b.mkv' }, [title('^b[.]mkv$')], { isWindows: true }),
    expected: 'yes',
  },
  {
    rule: 'elsewhere it does not',
    run: onFile({ ...names, relativePath: 'a\\b.mkv' }, [title('^b[.]mkv$')]),
    expected: 'no',
  },
  {
    rule: 'an empty title is tested, and so is an empty group',
    run: onFile({ ...names, sceneName: null, originalFilePath: null, relativePath: '', releaseGroup: '' }, [
      title('^$'),
      ['ReleaseGroup', { value: '^$' }],
    ]),
    expected: 'yes',
  },
  {
    rule: 'a blank pattern matches nothing',
    run: onFile(names, [title(' ')]),
    expected: 'no',
  },
  {
    rule: 'a blank pattern negated matches everything',
    run: onFile(names, [['Edition', { value: null }, not]]),
    expected: 'yes',
  },
];

const kinds: readonly RuleCase[] = [
  {
    rule: 'a pattern on the edition',
    run: onFile({ edition: 'IMAX' }, [['Edition', { value: 'imax' }]]),
    expected: 'yes',
  },
  {
    rule: 'no edition matches no pattern, so negated it holds',
    run: onFile({ edition: null }, [['Edition', { value: '.*' }, not]]),
    expected: 'yes',
  },
  {
    rule: 'Sonarr has no edition',
    run: onFile({ edition: 'IMAX' }, [['Edition', { value: 'imax' }]], { service: 'sonarr' }),
    expected: 'unknown',
  },
  {
    rule: 'a list of group names ignores case',
    run: onFile({ releaseGroup: 'Ntg' }, [['ReleaseGroup', { value: '^(NTG|Other)$' }]]),
    expected: 'yes',
  },
  {
    rule: 'a list of group names takes whole names only',
    run: onFile({ releaseGroup: 'NTGx' }, [['ReleaseGroup', { value: '^(NTG|Other)$' }]]),
    expected: 'no',
  },
  {
    rule: 'a list of group names knows the letters that .NET takes for equal',
    run: onFile({ releaseGroup: '\u212A' }, [['ReleaseGroup', { value: '^(K)$' }]]),
    expected: 'yes',
  },
  {
    rule: 'no group matches no list of names',
    run: onFile({ releaseGroup: null }, [['ReleaseGroup', { value: '^(K)$' }]]),
    expected: 'no',
  },
  {
    rule: 'the source by its number in this service',
    run: onFile({ quality: aQuality({ source: 'bluray' }) }, [['Source', { value: 9 }]]),
    expected: 'yes',
  },
  {
    rule: 'the same source has another number in Sonarr',
    run: onFile({ quality: aQuality({ source: 'bluray' }) }, [['Source', { value: 6 }]], {
      service: 'sonarr',
    }),
    expected: 'yes',
  },
  {
    rule: 'the resolution',
    run: onFile({ quality: aQuality({ resolution: 2160 }) }, [['Resolution', { value: 2160 }]]),
    expected: 'yes',
  },
  {
    rule: 'the modifier',
    run: onFile({ quality: aQuality({ modifier: 'remux' }) }, [['QualityModifier', { value: 5 }]]),
    expected: 'yes',
  },
  {
    rule: 'no value is the value 0',
    run: onFile({ quality: aQuality({ source: 'unknown', resolution: 0, modifier: null }) }, [
      ['Source', {}],
      ['Resolution', {}],
      ['QualityModifier', {}],
      ['IndexerFlag', {}],
    ]),
    expected: 'yes',
  },
  {
    rule: 'the release type, which only Sonarr has',
    run: onFile({ releaseType: 'seasonPack' }, [['ReleaseType', { value: 3 }]], { service: 'sonarr' }),
    expected: 'yes',
  },
  {
    rule: 'Radarr has no release type',
    run: onFile({}, [['ReleaseType', { value: 0 }]]),
    expected: 'unknown',
  },
  {
    rule: 'all bits of a flag must be set',
    run: onFile({ indexerFlags: { bits: 33, names: [] } }, [['IndexerFlag', { value: 32 }]]),
    expected: 'yes',
  },
  {
    rule: 'one of two bits is not the flag',
    run: onFile({ indexerFlags: { bits: 1, names: [] } }, [['IndexerFlag', { value: 3 }]]),
    expected: 'no',
  },
  {
    rule: 'the smallest size is outside',
    run: onFile({ sizeBytes: gib }, [['Size', { min: 1, max: 2 }]]),
    expected: 'no',
  },
  {
    rule: 'the largest size is inside',
    run: onFile({ sizeBytes: 2 * gib }, [['Size', { min: 1, max: 2 }]]),
    expected: 'yes',
  },
  {
    rule: 'more than the largest is outside',
    run: onFile({ sizeBytes: 2 * gib + 1 }, [['Size', { min: 1, max: 2 }]]),
    expected: 'no',
  },
  {
    rule: 'a file in the library has the year 0',
    run: onFile({ item: anItem({ year: 1927 }) }, [['Year', { min: 1900, max: 2000 }, not]]),
    expected: 'yes',
  },
  {
    rule: 'a release has its year, and the ends count',
    run: onRelease({ year: 2016 }, ['Year', { min: 2016, max: 2016 }]),
    expected: 'yes',
  },
  {
    rule: 'a year before the first is outside',
    run: onRelease({ year: 2015 }, ['Year', { min: 2016, max: 2016 }]),
    expected: 'no',
  },
  {
    rule: 'a year after the last is outside',
    run: onRelease({ year: 2017 }, ['Year', { min: 2016, max: 2016 }]),
    expected: 'no',
  },
  {
    rule: 'a release has no file name',
    run: onRelease({ title: null }, title('.*')),
    expected: 'no',
  },
  {
    rule: 'a kind that nobody knows is unknown, never no',
    run: onFile({}, [['Mood', { value: 1 }]]),
    expected: 'unknown',
  },
  {
    rule: 'what is known may decide without it',
    run: onFile(names, [['Mood', { value: 1 }], title('absent')]),
    expected: 'no',
  },
];

const languages: readonly RuleCase[] = [
  {
    rule: 'a language is one of several',
    run: onFile({ languages: [french, english] }, [language(1)]),
    expected: 'yes',
  },
  {
    rule: 'negated, it is none of them',
    run: onFile({ languages: [french] }, [language(1, not)]),
    expected: 'yes',
  },
  {
    rule: 'without a list of languages it does not hold',
    run: onFile({ languages: null }, [language(1)]),
    expected: 'no',
  },
  {
    rule: 'without a list of languages it does not hold, not even negated',
    run: onFile({ languages: null }, [language(1, not)]),
    expected: 'no',
  },
  {
    rule: 'except: some language is another one',
    run: onFile({ languages: [french, english] }, [language(1, {}, true)]),
    expected: 'yes',
  },
  {
    rule: 'except: that language alone is no other one',
    run: onFile({ languages: [english] }, [language(1, {}, true)]),
    expected: 'no',
  },
  {
    rule: 'except, negated: all are that one',
    run: onFile({ languages: [english] }, [language(1, not, true)]),
    expected: 'yes',
  },
  {
    rule: 'except, negated: an empty list is all that one',
    run: onFile({ languages: [] }, [language(1, not, true)]),
    expected: 'yes',
  },
  {
    rule: 'the original language is that of the item',
    run: onFile({ languages: [french], item: anItem({ originalLanguage: french }) }, [language(-2)]),
    expected: 'yes',
  },
  {
    rule: 'an unknown original is no language that a file has',
    run: onFile(
      {
        languages: [{ id: 0, name: 'Unknown' }],
        item: anItem({ originalLanguage: { id: 0, name: 'Unknown' } }),
      },
      [language(-2)],
    ),
    expected: 'no',
  },
  {
    rule: 'an original that the server does not tell is unknown too',
    run: onFile({ languages: [french], item: anItem({ originalLanguage: null }) }, [language(-2)]),
    expected: 'no',
  },
  {
    rule: 'Radarr takes "any" literally',
    run: onFile({ languages: [french] }, [language(-1, {}, true)]),
    expected: 'yes',
  },
  {
    rule: 'Sonarr has no "any" and fails on it',
    run: onFile({ languages: [french] }, [language(-1)], { service: 'sonarr' }),
    expected: 'unknown',
  },
  {
    rule: 'no value is the unknown language',
    run: onFile({ languages: [{ id: 0, name: 'Unknown' }] }, [['Language', {}]]),
    expected: 'yes',
  },
];

const groups: readonly RuleCase[] = [
  {
    rule: 'conditions of one kind: one is enough',
    run: onFile(names, [title('absent'), title('Scene')]),
    expected: 'yes',
  },
  {
    rule: 'conditions of two kinds: both must hold',
    run: onFile(names, [title('Scene'), ['Resolution', { value: 2160 }]]),
    expected: 'no',
  },
  {
    rule: 'a required condition must hold',
    run: onFile(names, [title('absent', required), title('Scene')]),
    expected: 'no',
  },
  {
    rule: 'a required condition that holds is enough',
    run: onFile(names, [title('absent'), title('Scene', required)]),
    expected: 'yes',
  },
  {
    rule: 'several required conditions must all hold',
    run: onFile(names, [title('Scene', required), title('Present', required)]),
    expected: 'yes',
  },
  {
    rule: 'two negated conditions: one that is absent is enough',
    run: onFile(names, [title('Scene', not), title('absent', not)]),
    expected: 'yes',
  },
  { rule: 'a format without conditions matches everything', run: onFile(names, []), expected: 'yes' },
  {
    rule: 'of a kind, one that holds decides over one that nobody can tell',
    run: onFile(names, [title('(?<a-b>x)'), title('Scene')]),
    expected: 'yes',
  },
  {
    rule: 'of required ones, one that nobody can tell leaves it open',
    run: onFile(names, [title('(?(a)b|c)', required), title('Scene', required)]),
    expected: 'unknown',
  },
  {
    rule: 'of a kind, none that holds and one that nobody can tell leaves it open',
    run: onFile(names, [title('(?(a)b|c)'), title('absent')]),
    expected: 'unknown',
  },
  {
    rule: 'what .NET refuses is not answered',
    run: onFile(names, [title('(', not)]),
    expected: 'unknown',
  },
];

const scored: readonly RuleCase[] = [
  {
    rule: 'the score adds up what matched, negative scores too, and nothing else',
    run: ({ scoreOf }) => scoreOf(aProfile({ formatScores: scores([1, 100], [2, -30], [3, 7]) }), [1, 2, 9]),
    expected: 70,
  },
];

/** What each kind of condition means, how they join to a format, and what a score is. Source: servarr.md chapter 5. */
export const matchingCases: readonly RuleCase[] = [...texts, ...kinds, ...languages, ...groups, ...scored];
