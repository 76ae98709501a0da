import { describe, expect, test } from 'vitest';
import type { Cause, Change, FileState, RuleEdit } from '../../../src/model/change.ts';
import { describeCause } from '../../../src/model/changes/describe-cause.ts';
import { describeChange, describeFormatsMoved } from '../../../src/model/changes/describe-change.ts';
import { describeEdit } from '../../../src/model/changes/describe-edit.ts';
import { describeEvent } from '../../../src/model/changes/describe-event.ts';
import { aQuality } from '../../support/builders.ts';
import { anEvent, aSlot, moments } from '../../support/comparing.ts';

const hdr = { format: 'HDR', from: 0, to: 500 };

test.each([
  [{ kind: 'file-replaced' }, 'file replaced'],
  [
    { kind: 'profile-scores-edited', formats: [hdr, { ...hdr, format: 'IMAX' }] },
    'profile scores edited: HDR 0 → 500, IMAX 0 → 500',
  ],
  [{ kind: 'format-edited', formats: ['A', 'B'] }, 'format edited: A, B'],
  [{ kind: 'format-added', formats: ['A'] }, 'format added: A'],
  [{ kind: 'format-removed', formats: ['A'] }, 'format removed: A'],
  [{ kind: 'profile-reassigned', from: 'HD', to: 'UHD' }, 'profile reassigned: HD → UHD'],
  [{ kind: 'attributes-edited', attributes: ['languages', 'edition'] }, 'languages, edition edited'],
  [{ kind: 'unexplained' }, 'unexplained: nothing that the server shows has changed'],
] satisfies readonly (readonly [DistributiveOmit<Cause, 'points'>, string])[])(
  'the cause %j in words',
  (cause, words) => {
    expect(describeCause({ ...cause, points: 1 }, String)).toBe(words);
  },
);

type DistributiveOmit<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;

test.each([
  [{ kind: 'scores', profile: 'HD', formats: [hdr] }, 'HD', 'HDR 0 → <500>'],
  [{ kind: 'format-edited', format: 'HDR' }, 'HDR', 'format edited: it matches by other conditions'],
  [{ kind: 'format-renamed', from: 'A', to: 'B' }, 'B', 'format renamed, it was A'],
  [{ kind: 'format-added', format: 'A' }, 'A', 'format added'],
  [{ kind: 'format-removed', format: 'A' }, 'A', 'format removed'],
  [{ kind: 'format-recreated', format: 'A' }, 'A', 'format deleted and made again, the same'],
  [{ kind: 'threshold', profile: 'HD', name: 'cutoff', from: '0', to: '500' }, 'HD', 'cutoff 0 → <500>'],
  [
    { kind: 'threshold', profile: 'HD', name: 'quality cutoff', from: 'A', to: 'B' },
    'HD',
    'quality cutoff A → B',
  ],
  [
    { kind: 'threshold', profile: 'HD', name: 'quality order', from: 'A > B', to: 'B > A' },
    'HD',
    'quality order edited',
  ],
  [{ kind: 'profile-added', profile: 'HD' }, 'HD', 'profile added'],
  [{ kind: 'profile-removed', profile: 'HD' }, 'HD', 'profile removed'],
  [{ kind: 'profile-renamed', from: 'A', to: 'B' }, 'B', 'profile renamed, it was A'],
  [{ kind: 'setting', name: 'propers', from: 'a', to: 'b' }, 'settings', 'propers: a → b'],
] satisfies readonly (readonly [RuleEdit, string, string])[])(
  'the edit %j in words',
  (edit, subject, text) => {
    const write = (value: number): string => (value === 500 ? '<500>' : String(value));
    expect(describeEdit(edit, write)).toEqual({ subject, text });
  },
);

const file: FileState = {
  fileId: 1,
  relativePath: 'a.mkv',
  quality: aQuality(),
  sizeBytes: 7,
  releaseGroup: 'A',
  profileName: 'HD',
  score: 0,
  formats: [],
};

function aChange(only: Partial<Change>): Change {
  const { before: since, after: at } = moments;
  const nothing = { replacement: null, attributes: [], causes: [] };
  return { slot: aSlot(), at, since, kind: 'rescored', before: file, after: file, ...nothing, ...only };
}

function words(only: Partial<Change>): readonly string[] {
  return describeChange(aChange(only), (bytes) => `${bytes} B`);
}

describe('what happened to a file, in words', () => {
  test('nothing, where only rules moved its score', () => expect(words({})).toEqual([]));

  test('a file that came or went, with or without a group', () => {
    expect(words({ kind: 'new', before: null })).toEqual(['new: Bluray-1080p, 7 B, A']);
    expect(words({ kind: 'gone', before: { ...file, releaseGroup: '' }, after: null })).toEqual([
      'gone: Bluray-1080p, 7 B',
    ]);
    expect(words({ kind: 'new', before: null, after: { ...file, releaseGroup: null } })).toEqual([
      'new: Bluray-1080p, 7 B',
    ]);
  });

  test('a replacement says what it is better and worse in', () => {
    const same = { quality: 'same', revision: 'same', score: 'same', size: 'same' } as const;
    const files = 'Bluray-1080p, 7 B, A → Bluray-1080p, 7 B, A';
    expect(words({ kind: 'replaced', replacement: same })).toEqual(['replaced: by an equal file', files]);
    const mixed = { quality: 'upgrade', revision: 'upgrade', score: 'downgrade', size: 'upgrade' } as const;
    expect(words({ kind: 'replaced', replacement: mixed })).toEqual([
      'replaced: upgrade in quality, revision and size, downgrade in score',
      files,
    ]);
  });

  test('attributes with what they were', () => {
    const attributes = [
      { name: 'file name', from: 'a.mkv', to: 'b.mkv' },
      { name: 'size', from: '1', to: '2' },
      { name: 'edition', from: null, to: 'IMAX' },
      { name: 'release group', from: 'A', to: '' },
    ] as const;
    expect(words({ kind: 'renamed', attributes })).toEqual([
      'renamed: a.mkv',
      '      to b.mkv',
      'size edited: 1 B → 2 B',
      'edition edited: none → IMAX',
      'release group edited: A → none',
    ]);
  });

  test('formats that came and went with the file, those without points left out', () => {
    const [a, b, c] = [1, 2, 3].map((id) => ({ id, name: `F${id}`, score: id === 3 ? 0 : id * 10 }));
    if (a === undefined || b === undefined || c === undefined) throw new Error('three formats are needed');
    const change = { before: { ...file, formats: [a, c] }, after: { ...file, formats: [b] } };
    const moved = (only: Partial<Change>) => describeFormatsMoved(aChange({ ...change, ...only }), String);
    expect(moved({ causes: [{ kind: 'file-replaced', points: 10 }] })).toEqual([
      'came: F2 20',
      'went: F1 10',
    ]);
    expect(moved({ causes: [{ kind: 'format-edited', points: 10, formats: ['F2'] }] })).toEqual([]);
    expect(moved({ before: null, causes: [{ kind: 'file-replaced', points: 10 }] })).toEqual([]);
    const still = { before: file, after: file };
    expect(moved({ ...still, causes: [{ kind: 'attributes-edited', points: 1, attributes: [] }] })).toEqual(
      [],
    );
  });
});

test.each([
  ['grabbed', null, 'grabbed: Some.Release'],
  ['deleted', 'upgrade', 'deleted (for an upgrade): Some.Release'],
  ['deleted', 'eclipse', 'deleted (eclipse): Some.Release'],
] as const)('the event %s, %s in words', (kind, reason, text) => {
  expect(describeEvent(anEvent({ kind, reason, sourceTitle: 'Some.Release' }))).toBe(text);
});
