import { describe, expect, test } from 'vitest';
import type { CustomFormat, Specification } from '../../src/model/custom-format.ts';
import type { LibraryFile } from '../../src/model/library.ts';
import type { Service } from '../../src/model/service.ts';
import { answerOf, figureOf, rowsOf } from '../support/answers.ts';
import { aProfile, aQuality } from '../support/builders.ts';
import {
  aFormat,
  aHit,
  aLibraryFile,
  anEpisodeFile,
  anIndex,
  anInstance,
  aScoredProfile,
  instancesOf,
} from '../support/libraries.ts';

/** The findings about one instance with these files and formats; those about formats nobody scores are left out. */
function findingsOf(files: readonly LibraryFile[], formats: readonly CustomFormat[] = []): readonly string[] {
  const instances = instancesOf(files).map((instance) => ({
    ...instance,
    rules: { ...instance.rules, formats: formats.length === 0 ? instance.rules.formats : formats },
  }));
  const { findings } = answerOf('rule-lint', anIndex({ files, instances }));
  return findings.map(({ title }) => title).filter((title) => title !== 'In no profile');
}

/** What is said about a single format with these conditions. */
function saidOf(specifications: readonly Specification[], service: Service = 'radarr'): readonly string[] {
  const scored = aScoredProfile({ 1: 200 });
  const file = service === 'radarr' ? aLibraryFile({ profile: scored }) : anEpisodeFile({ profile: scored });
  return findingsOf([file], [aFormat({ id: 1, specifications })]).filter(
    (title) => !title.includes('cutoff'),
  );
}

function aCondition(only: Partial<Specification> = {}): Specification {
  return {
    name: 'word',
    implementation: 'ReleaseTitleSpecification',
    isNegated: false,
    isRequired: false,
    fields: { value: 'x265' },
    ...only,
  };
}

const scored = aScoredProfile({ 1: 500 });

describe('profiles', () => {
  test('the example: a cutoff of 0 with upgrades on is met before any format counts', () => {
    const profile = { ...scored, cutoffFormatScore: 0 };
    const answer = answerOf('rule-lint', anIndex({ files: [aLibraryFile({ profile })] }));
    expect(answer.findings).toMatchObject([
      {
        severity: 'high',
        title: 'Format upgrades never happen',
        place: '“HD” on main',
        why: 'The format cutoff is 0 with upgrades on: 1 file of 1 met it before any format counts.',
        mend: 'Set the format cutoff above 0, or switch upgrades off.',
        count: 1,
        groupKey: 'radarr/main#1',
      },
    ]);
    expect(figureOf('rules-high', answer)).toBe(1);
    expect(rowsOf('rules', answer)).toMatchObject([{ severity: 'high', files: 1 }]);
    expect(answer.headline).toBe('The rules have 1 finding; 1 is grave.');
  });

  test.each([
    ['upgrades are off', { upgradeAllowed: false }],
    ['the cutoff is above 0', { cutoffFormatScore: 1 }],
    ['no format is worth anything', { formatScores: [] }],
  ])('nothing is said of it where %s', (_, only) => {
    const profile = { ...scored, cutoffFormatScore: 0, ...only };
    expect(findingsOf([aLibraryFile({ profile, formats: [aHit(1, 1)] })])).not.toContain(
      'Format upgrades never happen',
    );
  });

  test('a minimum above the best ever seen', () => {
    expect(findingsOf([aLibraryFile({ profile: { ...scored, minFormatScore: 1 } })])).toContain(
      'Minimum above everything seen',
    );
    expect(findingsOf([aLibraryFile({ profile: { ...scored, minFormatScore: 0 } })])).toEqual([]);
  });

  test('a step larger than every gap below the cutoff', () => {
    const profile = { ...scored, minUpgradeFormatScore: 101 };
    expect(findingsOf([aLibraryFile({ profile })])).toEqual(['Step larger than every gap']);
    expect(findingsOf([aLibraryFile({ profile: { ...profile, minUpgradeFormatScore: 100 } })])).toEqual([]);
  });

  test('a cutoff above the bound, with a cutoff to try', () => {
    const profile = aScoredProfile({ 1: 50 });
    const files = [aLibraryFile({ profile, formats: [aHit(1, 50)] })];
    expect(answerOf('rule-lint', anIndex({ files })).findings).toMatchObject([
      {
        severity: 'high',
        title: 'A cutoff nobody can reach',
        mend: 'Try a cutoff of 50: it closes 1 file at once.',
      },
    ]);
  });

  test('a quality that the profile refuses, with its files', () => {
    const file = aLibraryFile({ profile: { ...scored, items: [] } });
    const { findings } = answerOf('rule-lint', anIndex({ files: [file] }));
    const found = findings.find(({ title }) => title === 'Qualities the profile does not allow');
    expect(found?.files).toEqual({
      filter: 'instance = radarr/main and profile = HD and quality-allowed = no',
      count: 1,
    });
    expect(findingsOf([aLibraryFile({ profile: scored, quality: aQuality() })])).toEqual([]);
  });

  test('a profile no item has; one that only files know is not unused', () => {
    const rules = { ...anInstance().rules, profiles: [scored] };
    const { findings } = answerOf('rule-lint', anIndex({ instances: [anInstance({ rules })] }));
    expect(findings.map(({ title }) => title)).toContain('Unused profile');
    const files = [aLibraryFile({ profile: scored })];
    const unknown = instancesOf(files).map((one) => ({
      ...one,
      items: new Map(),
      rules: { ...one.rules, profiles: [] },
    }));
    expect(
      answerOf('rule-lint', anIndex({ files, instances: unknown })).findings.map(({ title }) => title),
    ).not.toContain('Unused profile');
  });

  test('profiles that ask for the same under different names', () => {
    const twin = {
      ...scored,
      id: 2,
      name: 'Twin',
      formatScores: [...scored.formatScores, { formatId: 9, name: 'x', score: 0 }],
    };
    const files = [aLibraryFile({ fileId: 1, profile: scored }), aLibraryFile({ fileId: 2, profile: twin })];
    expect(findingsOf(files)).toEqual(['Profiles with equal rules']);
    const other = { ...twin, minUpgradeFormatScore: 2 };
    expect(findingsOf([files[0] ?? aLibraryFile(), aLibraryFile({ fileId: 2, profile: other })])).toEqual([]);
  });
});

describe('formats', () => {
  test('two negated, not required conditions of one kind do nothing', () => {
    const twice = [aCondition({ isNegated: true }), aCondition({ isNegated: true, name: 'other' })];
    expect(saidOf(twice)).toEqual(['Negations that do nothing']);
    expect(saidOf(twice.map((one) => ({ ...one, isRequired: true })))).toEqual([]);
    expect(saidOf(twice.slice(1))).toEqual([]);
  });

  test('required on a lone condition changes nothing', () => {
    expect(saidOf([aCondition({ isRequired: true })])).toEqual(['Required on a lone condition']);
    expect(saidOf([aCondition({ isRequired: true }), aCondition()])).toEqual([]);
  });

  test.each(['^(?!.*x265).*', String.raw`^(?:(?!.*\bx265\b))`, 'a(?<!.*b)'])(
    '%s looks for a lack, and either text may lack it',
    (value) => {
      expect(saidOf([aCondition({ fields: { value } })])).toEqual([
        'An exclusion that the second text defeats',
      ]);
      expect(saidOf([aCondition({ fields: { value }, isNegated: true })])).toEqual([]);
    },
  );

  test('a look-ahead for what comes next is no exclusion of a word', () => {
    expect(saidOf([aCondition({ fields: { value: 'HDR(?!10)' } })])).toEqual([]);
    expect(
      saidOf([aCondition({ implementation: 'ReleaseGroupSpecification', fields: { value: '^(?!.*x)' } })]),
    ).toEqual([]);
  });

  test('a year says nothing about a file', () => {
    const year = aCondition({ implementation: 'YearSpecification', fields: { min: 1990, max: 1999 } });
    expect(saidOf([year])).toEqual(['A year on files']);
    const { findings } = answerOf(
      'rule-lint',
      anIndex({
        files: [aLibraryFile({ profile: scored })],
        instances: instancesOf([aLibraryFile({ profile: scored })]).map((one) => ({
          ...one,
          rules: { ...one.rules, formats: [aFormat({ specifications: [{ ...year, isNegated: true }] })] },
        })),
      }),
    );
    expect(findings[0]?.why).toContain('always holds');
  });

  test.each([
    [-1, 'radarr', {}, ['Any language is taken at its word']],
    [-1, 'radarr', { exceptLanguage: true }, ['Any language is taken at its word']],
    [-1, 'sonarr', {}, ['A language the server does not know']],
    [58, 'radarr', {}, ['A language the server does not know']],
    [57, 'radarr', {}, []],
    [53, 'sonarr', {}, ['A language the server does not know']],
    [-2, 'sonarr', {}, []],
  ] as const)('language %d on %s %j', (...[value, service, more, said]) => {
    const language = aCondition({ implementation: 'LanguageSpecification', fields: { value, ...more } });
    expect(saidOf([language], service)).toEqual(said);
  });

  test('a language that is left out is unknown, which every server knows', () => {
    expect(saidOf([aCondition({ implementation: 'LanguageSpecification', fields: {} })])).toEqual([]);
  });

  test('except and negated holds for no language, too', () => {
    const fields = { value: 1, exceptLanguage: true };
    const language = aCondition({ implementation: 'LanguageSpecification', isNegated: true, fields });
    expect(saidOf([language])).toEqual(['Nothing but one language']);
  });

  test.each([
    ['(', 'A pattern the server refuses'],
    ['(?(a)b|c)', 'A pattern only the server can evaluate'],
    [String.raw`(\w+\s?)+$`, 'A pattern that can run away'],
    ['(a|b+)*c', 'A pattern that can run away'],
    ['((x*)y?)*', 'A pattern that can run away'],
  ])('%s: %s', (value, said) => {
    expect(saidOf([aCondition({ fields: { value } })])).toEqual([said]);
  });

  test.each([String.raw`(\w+\.)+`, '(?:ab)+', '(a{1,3})+', 'x+y+', '(?>a+)+'])(
    '%s stays where it is',
    (value) => {
      expect(saidOf([aCondition({ fields: { value } })])).toEqual([]);
    },
  );

  test('a pattern that is no text is left alone', () => {
    expect(saidOf([aCondition({ fields: { value: 5 } })])).toEqual([]);
  });

  test('a format that no profile scores, unless it is written into names', () => {
    const said = (format: CustomFormat): readonly string[] => {
      const files = [aLibraryFile({ profile: scored })];
      const instances = instancesOf(files).map((one) => ({
        ...one,
        rules: { ...one.rules, formats: [format] },
      }));
      return answerOf('rule-lint', anIndex({ files, instances })).findings.map(({ title }) => title);
    };
    expect(said(aFormat({ id: 2 }))).toContain('In no profile');
    expect(said(aFormat({ id: 2, includedWhenRenaming: true }))).not.toContain('In no profile');
    expect(said(aFormat({ id: 1 }))).not.toContain('In no profile');
  });

  test('the same content twice, in another order and under another name', () => {
    const [a, b] = [
      aCondition(),
      aCondition({ implementation: 'EditionSpecification', fields: { value: 'x', z: 1 } }),
    ];
    const twins = [
      aFormat({ id: 1, name: 'One', specifications: [a, b] }),
      aFormat({
        id: 2,
        name: 'Two',
        specifications: [
          { ...b, fields: { z: 1, value: 'x' } },
          { ...a, name: 'else' },
        ],
      }),
    ];
    expect(findingsOf([aLibraryFile({ profile: aScoredProfile({ 1: 100, 2: 100 }) })], twins)).toEqual([
      'The same format twice',
    ]);
  });

  test('names that differ in case only', () => {
    const formats = [aFormat({ id: 1, name: 'HDR' }), aFormat({ id: 2, name: 'hdr' })];
    expect(findingsOf([aLibraryFile({ profile: aScoredProfile({ 1: 100, 2: 100 }) })], formats)).toEqual([
      'Names equal but for case',
    ]);
  });
});

test('the gravest come first, then what concerns most files', () => {
  const grave = aProfile({ id: 1, name: 'Grave', minFormatScore: 1 });
  const files = [aLibraryFile({ fileId: 1, profile: grave }), aLibraryFile({ fileId: 2, profile: grave })];
  const { findings } = answerOf('rule-lint', anIndex({ files }));
  expect(findings.map(({ severity }) => severity)).toEqual(['high', 'high']);
});
