import { describe, expect, test } from 'vitest';
import type { FileFacts } from '../../../src/model/changes/file-facts.ts';
import { aProfile, aQuality } from '../../support/builders.ts';
import { changeBetween, changeOfFacts, moments } from '../../support/comparing.ts';
import {
  aFormat,
  aPlainFile,
  factsIn,
  judge,
  type PlainFile,
  scoring,
  someRules,
} from '../../support/worlds.ts';

const rules = someRules([aFormat({ id: 1, name: 'Group A' })], [scoring({ 1: 50 })]);

function facts(only: Partial<FileFacts> = {}): FileFacts {
  return { ...factsIn({ rules, file: aPlainFile() }), ...only };
}

describe('what happened to a slot', () => {
  test('nothing', () => {
    const same = facts();
    expect(changeOfFacts([rules, same], [rules, same])).toBeNull();
    expect(changeOfFacts([rules, facts()], [rules, facts()])).toBeNull();
    expect(changeOfFacts([rules, null], [rules, null])).toBeNull();
  });

  test('a file came', () => {
    expect(changeOfFacts([rules, null], [rules, facts()])).toMatchObject({
      kind: 'new',
      at: moments.after,
      since: moments.before,
      before: null,
      after: { fileId: 1, score: 50, profileName: 'HD', formats: [{ id: 1, name: 'Group A', score: 50 }] },
      causes: [],
    });
  });

  test('states of one set of formats and one profile share what they say of them: there are 400,000', () => {
    const [one, other] = [facts(), facts({ fileId: 2, relativePath: 'b.mkv' })];
    const formatIds = [1];
    const changes = [one, other].map((file) => changeOfFacts([rules, null], [rules, { ...file, formatIds }]));
    const [first, second] = changes.map((change) => change?.after?.formats);
    expect(second).toBe(first);
    expect(first).toHaveLength(1);
  });

  test('a file went', () => {
    const change = changeOfFacts([rules, facts()], [rules, null]);
    expect(change).toMatchObject({ kind: 'gone', before: { score: 50 }, after: null, causes: [] });
  });

  test('a renamed file is renamed, whatever else was edited', () => {
    const after = facts({ relativePath: 'b.mkv', releaseGroup: 'A-Team' });
    expect(changeOfFacts([rules, facts()], [rules, after])).toMatchObject({
      kind: 'renamed',
      attributes: [
        { name: 'file name', from: 'a.mkv', to: 'b.mkv' },
        { name: 'release group', from: 'A', to: 'A-Team' },
      ],
    });
  });

  test.each([
    ['release name', { sceneName: 'A.Name' }, null, 'A.Name'],
    ['original name', { originalFilePath: 'old/a.mkv' }, null, 'old/a.mkv'],
    ['quality', { quality: aQuality({ id: 3, name: 'WEBDL-1080p' }) }, 'Bluray-1080p', 'WEBDL-1080p'],
    [
      'quality',
      { quality: aQuality({ revision: { version: 2, real: 1, isRepack: true } }) },
      'Bluray-1080p',
      'Bluray-1080p v2 real repack',
    ],
    ['languages', { languages: [{ id: 1, name: 'English' }] }, null, 'English'],
    ['languages', { languages: [] }, null, ''],
    ['original language', { originalLanguage: { id: 4, name: 'German' } }, null, 'German'],
    ['release group', { releaseGroup: 'B' }, 'A', 'B'],
    ['edition', { edition: 'IMAX' }, '', 'IMAX'],
    ['indexer flags', { indexerFlags: { bits: 1, names: ['Freeleech'] } }, '', 'Freeleech'],
    ['release type', { releaseType: 'seasonPack' }, null, 'seasonPack'],
    ['size', { sizeBytes: 2 }, '1', '2'],
  ] satisfies readonly (readonly [string, Partial<PlainFile>, string | null, string])[])(
    'an edited attribute is told with what it was: %s',
    (...[name, edit, from, to]) => {
      const change = changeOfFacts([rules, facts()], [rules, facts(edit)]);
      expect(change).toMatchObject({ kind: 'attributes-edited', attributes: [{ name, from, to }] });
    },
  );

  test('the same values in new objects are no edit', () => {
    const languages = [{ id: 1, name: 'English' }];
    const before = facts({ languages });
    expect(changeOfFacts([rules, before], [rules, structuredClone(before)])).toBeNull();
  });

  test('an item with another profile is a change, even where the score stays', () => {
    const both = someRules([], [scoring({}, { id: 1, name: 'HD' }), scoring({}, { id: 2, name: 'UHD' })]);
    const before = { rules: both, file: aPlainFile() };
    const after = { rules: both, file: aPlainFile({ profileId: 2 }) };
    expect(changeBetween(before, after)).toMatchObject({
      kind: 'rescored',
      causes: [{ kind: 'profile-reassigned', points: 0, from: 'HD', to: 'UHD' }],
    });
  });

  test('a profile deleted and made again is the same profile', () => {
    const again = { ...rules, profiles: [scoring({ 1: 50 }, { id: 8 })] };
    expect(changeOfFacts([rules, facts()], [again, facts({ profileId: 8 })])).toBeNull();
  });

  test('a format deleted and made again is the same format', () => {
    const again = someRules([aFormat({ id: 9, name: 'Group A' })], [scoring({ 9: 50 })]);
    expect(changeOfFacts([rules, facts()], [again, facts({ formatIds: [9] })])).toBeNull();
  });

  test('formats that come and go without points are no change of the slot', () => {
    const before = { rules: someRules([aFormat({ group: 'B' })], [scoring({})]), file: aPlainFile() };
    const after = { rules: someRules([aFormat({ group: 'A' })], [scoring({})]), file: aPlainFile() };
    expect(changeBetween(before, after)).toBeNull();
  });

  test('two edits that cancel each other out are both told', () => {
    const formats = [aFormat({ id: 1 }), aFormat({ id: 2 })];
    const before = { rules: someRules(formats, [scoring({ 1: 10, 2: 20 })]), file: aPlainFile() };
    const after = { rules: someRules(formats, [scoring({ 1: 20, 2: 10 })]), file: aPlainFile() };
    expect(changeBetween(before, after)?.causes).toEqual([
      {
        kind: 'profile-scores-edited',
        points: 0,
        formats: [
          { format: 'format 1', from: 10, to: 20 },
          { format: 'format 2', from: 20, to: 10 },
        ],
      },
    ]);
  });
});

describe('a replacement', () => {
  const web = aQuality({ id: 3, name: 'WEBDL-1080p' });
  const [hd, small] = [
    { kind: 'quality', quality: aQuality(), isAllowed: true },
    { kind: 'quality', quality: web, isAllowed: true },
  ] as const;
  const grouped = {
    kind: 'group',
    id: 1001,
    name: 'HD',
    qualities: [web, aQuality()],
    isAllowed: true,
  } as const;

  function replaced(
    items: typeof hd extends never ? never : readonly (typeof hd | typeof small | typeof grouped)[],
  ) {
    const world = someRules([], [aProfile({ items })]);
    const before = factsIn({ rules: world, file: aPlainFile({ quality: web }) });
    const after = factsIn({ rules: world, file: aPlainFile({ fileId: 2, sizeBytes: 9 }) });
    return changeOfFacts([world, before], [world, after])?.replacement;
  }

  test('is an upgrade by the order of the profile', () => {
    expect(replaced([small, hd])).toEqual({
      quality: 'upgrade',
      revision: 'same',
      score: 'same',
      size: 'upgrade',
    });
    expect(replaced([hd, small])).toMatchObject({ quality: 'downgrade' });
  });

  test('within a group, or by qualities that are not listed, is by the same quality', () => {
    expect(replaced([grouped])).toMatchObject({ quality: 'same' });
    expect(replaced([])).toMatchObject({ quality: 'same' });
  });

  test('compares revisions by real, then by version; a repack is none', () => {
    const revised = (version: number, real: number, isRepack: boolean) =>
      facts({
        fileId: version * 10 + real + 5,
        quality: aQuality({ revision: { version, real, isRepack } }),
      });
    const by = (before: FileFacts, after: FileFacts) =>
      changeOfFacts([rules, before], [rules, after])?.replacement?.revision;
    expect(by(revised(2, 0, false), revised(1, 1, false))).toBe('upgrade');
    expect(by(revised(2, 0, false), revised(1, 0, false))).toBe('downgrade');
    expect(by(facts(), revised(1, 0, true))).toBe('same');
  });

  test('in score is what the file alone did, not what edited rules did meanwhile', () => {
    const formats = [aFormat({ id: 1, group: 'A' }), aFormat({ id: 2, group: 'B' })];
    const before = { rules: someRules(formats, [scoring({ 1: 100, 2: 50 })]), file: aPlainFile() };
    const file = aPlainFile({ fileId: 2, releaseGroup: 'B' });
    const after = { rules: someRules(formats, [scoring({ 1: 700, 2: 650 })]), file };
    expect(changeBetween(before, after)).toMatchObject({
      before: { score: 100 },
      after: { score: 650 },
      replacement: { score: 'downgrade' },
      causes: [
        { kind: 'profile-scores-edited', points: 600 },
        { kind: 'file-replaced', points: -50 },
      ],
    });
  });

  test('under an unknown profile still is one', () => {
    const change = changeOfFacts(
      [rules, facts()],
      [rules, facts({ fileId: 2, profileId: 77, sizeBytes: 1 })],
    );
    expect(change).toMatchObject({
      kind: 'replaced',
      after: { profileName: 'profile 77', score: 0 },
      replacement: { quality: 'same', size: 'same' },
      causes: [{ kind: 'profile-reassigned', points: -50, from: 'HD', to: 'profile 77' }],
    });
  });
});

describe('what nobody can explain is said', () => {
  test('a format that came without any reason', () => {
    const change = changeOfFacts([rules, facts({ formatIds: [] })], [rules, facts()]);
    expect(change).toMatchObject({ kind: 'rescored', causes: [{ kind: 'unexplained', points: 50 }] });
  });

  test('a score beside the sum of its formats', () => {
    const change = changeOfFacts([rules, facts()], [rules, facts({ surplus: 7 })]);
    expect(change).toMatchObject({
      before: { score: 50 },
      after: { score: 57 },
      causes: [{ kind: 'unexplained', points: 7 }],
    });
  });

  test('an attribute that the format does not look at explains nothing', () => {
    const change = changeOfFacts([rules, facts({ formatIds: [] })], [rules, facts({ edition: 'IMAX' })]);
    expect(change).toMatchObject({
      kind: 'attributes-edited',
      causes: [{ kind: 'unexplained', points: 50 }],
    });
  });

  test('a format that the rules do not list may look at anything', () => {
    const [before, after] = [facts({ formatIds: [] }), facts({ formatIds: [5], edition: 'IMAX' })];
    const listed = { ...rules, profiles: [scoring({ 5: 9 })] };
    expect(changeOfFacts([listed, before], [listed, after])).toMatchObject({
      after: { formats: [{ id: 5, name: 'format 5', score: 9 }] },
      causes: [{ kind: 'attributes-edited', points: 9, attributes: ['edition'] }],
    });
    expect(changeOfFacts([listed, after], [listed, before])).toMatchObject({
      causes: [{ kind: 'attributes-edited', points: -9 }],
    });
  });

  test('a format of a kind we do not know may look at anything, and one with a year at nothing', () => {
    const of = (implementation: string) => {
      const specification = { name: '', implementation, isNegated: false, isRequired: false, fields: {} };
      const format = { ...aFormat({ id: 1 }), specifications: [specification] };
      const world = someRules([format], [scoring({ 1: 50 })]);
      return changeOfFacts([world, facts({ formatIds: [] })], [world, facts({ edition: 'IMAX' })])?.causes;
    };
    expect(of('MoonPhaseSpecification')).toMatchObject([{ kind: 'attributes-edited' }]);
    expect(of('YearSpecification')).toMatchObject([{ kind: 'unexplained' }]);
  });

  test('a format and a file edited at once, where the judge cannot repeat what the server said', () => {
    const before = { rules: someRules([aFormat({ group: 'A' })], [scoring({ 1: 50 })]), file: aPlainFile() };
    const file = aPlainFile({ fileId: 2, releaseGroup: 'C' });
    const after = { rules: someRules([aFormat({ group: 'B' })], [scoring({ 1: 50 })]), file };
    expect(changeBetween(before, after, judge)?.causes).toEqual([
      { kind: 'format-edited', points: -50, formats: ['format 1'] },
    ]);
    for (const wrong of [null, () => null, () => false, () => true])
      expect(changeBetween(before, after, wrong)?.causes).toEqual([{ kind: 'unexplained', points: -50 }]);
  });

  test('an item whose profile before is unknown got its score from nowhere', () => {
    const change = changeOfFacts([rules, facts({ profileId: 99 })], [rules, facts()]);
    expect(change).toMatchObject({
      before: { profileName: 'profile 99', score: 0 },
      causes: [{ kind: 'profile-reassigned', points: 50, from: 'profile 99', to: 'HD' }],
    });
  });
});
