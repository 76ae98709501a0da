import { describe, expect, test } from 'vitest';
import type { RuleEdit } from '../../../src/model/change.ts';
import type { QualityProfile } from '../../../src/model/quality-profile.ts';
import type { Rules } from '../../../src/model/rules.ts';
import { aProfile, aQuality } from '../../support/builders.ts';
import { editsBetween } from '../../support/comparing.ts';
import { aFormat, scoring, someRules } from '../../support/worlds.ts';

const hdr = aFormat({ id: 1, name: 'HDR' });
const plain = someRules([hdr], [scoring({ 1: 500 })]);

function rules(only: Partial<Rules>): Rules {
  return { ...plain, ...only };
}

function profileEdits(before: Partial<QualityProfile>, after: Partial<QualityProfile>): readonly RuleEdit[] {
  return editsBetween(rules({ profiles: [aProfile(before)] }), rules({ profiles: [aProfile(after)] }));
}

test('the same rules have no edit', () => {
  expect(editsBetween(plain, structuredClone(plain))).toEqual([]);
});

describe('formats', () => {
  test('one that came and one that went', () => {
    const other = aFormat({ id: 2, name: 'IMAX' });
    expect(editsBetween(plain, rules({ formats: [other] }))).toEqual([
      { kind: 'format-removed', format: 'HDR' },
      { kind: 'format-added', format: 'IMAX' },
    ]);
  });

  test('one with another condition is edited', () => {
    const edited = aFormat({ id: 1, name: 'HDR', group: 'B' });
    expect(editsBetween(plain, rules({ formats: [edited] }))).toEqual([
      { kind: 'format-edited', format: 'HDR' },
    ]);
  });

  test('one with another name is renamed', () => {
    const renamed = { ...hdr, name: 'HDR10' };
    expect(editsBetween(plain, rules({ formats: [renamed] }))).toEqual([
      { kind: 'format-renamed', from: 'HDR', to: 'HDR10' },
    ]);
  });

  test('one deleted and made again is one edit, and its score is not edited', () => {
    const again = rules({ formats: [{ ...hdr, id: 9 }], profiles: [scoring({ 9: 500 })] });
    expect(editsBetween(plain, again)).toEqual([{ kind: 'format-recreated', format: 'HDR' }]);
  });

  test('one made again with other conditions is edited', () => {
    const again = rules({
      formats: [aFormat({ id: 9, name: 'HDR', group: 'B' })],
      profiles: [scoring({ 9: 500 })],
    });
    expect(editsBetween(plain, again)).toEqual([{ kind: 'format-edited', format: 'HDR' }]);
  });

  test('after a reinstallation names count, not ids', () => {
    const [a, b] = [aFormat({ id: 1, name: 'A' }), aFormat({ id: 2, name: 'B', group: 'B' })];
    const before = someRules([a, b], [scoring({ 1: 10, 2: 20 })]);
    const after = someRules(
      [
        { ...a, id: 2 },
        { ...b, id: 1 },
      ],
      [scoring({ 1: 20, 2: 10 })],
    );
    expect(editsBetween(before, after).map(({ kind }) => kind)).toEqual([
      'format-recreated',
      'format-recreated',
    ]);
  });

  test('the order and the names of conditions are no edit, nor is a field that is written out as false', () => {
    const [one, two] = aFormat({ edition: 'IMAX' }).specifications;
    if (one === undefined || two === undefined) throw new Error('two conditions are needed');
    const written = { ...one, name: 'Other', fields: { exceptLanguage: false, ...one.fields, max: null } };
    const before = rules({ formats: [{ ...hdr, specifications: [one, two] }] });
    expect(editsBetween(before, rules({ formats: [{ ...hdr, specifications: [two, written] }] }))).toEqual(
      [],
    );
  });

  test('fields are compared by name, in whatever order the server writes them', () => {
    const [only] = hdr.specifications;
    if (only === undefined) throw new Error('a condition is needed');
    const sized = (fields: typeof only.fields) =>
      rules({ formats: [{ ...hdr, specifications: [{ ...only, fields }] }] });
    expect(editsBetween(sized({ min: 1, max: 2 }), sized({ max: 2, min: 1 }))).toEqual([]);
    expect(editsBetween(sized({ min: 1, max: 2 }), sized({ max: 3, min: 1 }))).toHaveLength(1);
  });

  test('whether it is written into file names is a setting', () => {
    const on = rules({ formats: [{ ...hdr, includedWhenRenaming: true }] });
    const name = 'HDR: include when renaming';
    expect(editsBetween(plain, on)).toEqual([{ kind: 'setting', name, from: 'no', to: 'yes' }]);
    expect(editsBetween(on, plain)).toEqual([{ kind: 'setting', name, from: 'yes', to: 'no' }]);
  });
});

describe('profiles', () => {
  test('edited scores are told by format, one that is not listed counts 0', () => {
    const before = someRules([hdr, aFormat({ id: 2, name: 'IMAX' })], [scoring({ 1: 500 })]);
    const after = { ...before, profiles: [scoring({ 1: 0, 2: 7 })] };
    const formats = [
      { format: 'HDR', from: 500, to: 0 },
      { format: 'IMAX', from: 0, to: 7 },
    ];
    expect(editsBetween(before, after)).toEqual([{ kind: 'scores', profile: 'HD', formats }]);
  });

  test('one that came, one that went, one that was renamed', () => {
    const before = rules({
      profiles: [scoring({}, { id: 1, name: 'A' }), scoring({}, { id: 2, name: 'B' })],
    });
    const after = rules({ profiles: [scoring({}, { id: 1, name: 'Z' }), scoring({}, { id: 3, name: 'C' })] });
    expect(editsBetween(before, after)).toEqual([
      { kind: 'profile-removed', profile: 'B' },
      { kind: 'profile-added', profile: 'C' },
      { kind: 'profile-renamed', from: 'A', to: 'Z' },
    ]);
  });

  test.each([
    ['minimum', { minFormatScore: 0 }, { minFormatScore: 10 }, '0', '10'],
    ['cutoff', { cutoffFormatScore: 100 }, { cutoffFormatScore: 200 }, '100', '200'],
    ['step', { minUpgradeFormatScore: 1 }, { minUpgradeFormatScore: 25 }, '1', '25'],
    ['upgrades allowed', { upgradeAllowed: true }, { upgradeAllowed: false }, 'yes', 'no'],
    ['quality cutoff', { cutoff: 7 }, { cutoff: 99 }, 'Bluray-1080p', '99'],
  ] as const)('%s', (...[name, before, after, from, to]) => {
    expect(profileEdits(before, after)).toEqual([{ kind: 'threshold', profile: 'HD', name, from, to }]);
  });

  test('a quality order is written best first, what is not allowed in brackets', () => {
    const hd = { kind: 'quality', quality: aQuality(), isAllowed: true } as const;
    const web = aQuality({ id: 3, name: 'WEBDL-1080p' });
    const group = { kind: 'group', id: 1001, name: 'WEB', qualities: [web], isAllowed: false } as const;
    expect(profileEdits({ items: [hd] }, { items: [hd, group] })).toEqual([
      {
        kind: 'threshold',
        profile: 'HD',
        name: 'quality order',
        from: 'Bluray-1080p',
        to: '[WEB (WEBDL-1080p)] > Bluray-1080p',
      },
    ]);
  });

  test('a cutoff that goes with its group is edited after the order', () => {
    const hd = { kind: 'quality', quality: aQuality(), isAllowed: true } as const;
    const group = { kind: 'group', id: 1001, name: 'WEB', qualities: [], isAllowed: true } as const;
    const edits = profileEdits({ items: [hd, group], cutoff: 1001 }, { items: [hd], cutoff: 7 });
    expect(edits.map((edit) => edit.kind === 'threshold' && edit.name)).toEqual([
      'quality order',
      'quality cutoff',
    ]);
  });

  test('the language Radarr wants is a setting', () => {
    const french = { id: 2, name: 'French' };
    const name = 'HD: language';
    expect(profileEdits({}, { language: french })).toEqual([
      { kind: 'setting', name, from: 'Any', to: 'French' },
    ]);
    expect(profileEdits({ language: null }, { language: french })).toEqual([
      { kind: 'setting', name, from: 'none', to: 'French' },
    ]);
  });
});

test('settings that decide are told with what they were', () => {
  const before = rules({ settings: { propersAndRepacks: 'preferAndUpgrade', seasonPackUpgrade: null } });
  const packs = (mode: 'any' | 'threshold', thresholdPercent: number) =>
    rules({ settings: { propersAndRepacks: 'doNotPrefer', seasonPackUpgrade: { mode, thresholdPercent } } });
  const name = 'season pack upgrade';
  expect(editsBetween(before, packs('threshold', 60))).toEqual([
    { kind: 'setting', name: 'propers and repacks', from: 'preferAndUpgrade', to: 'doNotPrefer' },
    { kind: 'setting', name, from: 'none', to: 'threshold 60 %' },
  ]);
  expect(editsBetween(packs('threshold', 60), packs('any', 60))).toEqual([
    { kind: 'setting', name, from: 'threshold 60 %', to: 'any' },
  ]);
});
