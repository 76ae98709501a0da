import { describe, expect, test } from 'vitest';
import type { FormatHit } from '../../src/model/media-file.ts';
import { answerOf, figureOf, rowsOf } from '../support/answers.ts';
import {
  aChange,
  aHit,
  aLibraryFile,
  anEvent,
  anIndex,
  anInstance,
  aScoredProfile,
  aState,
  instancesOf,
} from '../support/libraries.ts';

const profile = aScoredProfile({ 1: 50, 2: -100 });

/** One row of the table, by format and what it is asked about. */
function useOf(
  name: string,
  index: ReturnType<typeof anIndex>,
): Readonly<Record<string, unknown>> | undefined {
  return rowsOf('formats-by-profile', answerOf('format-effectiveness', index)).find(
    ({ format }) => format === name,
  );
}

function filesWith(
  count: number,
  formats: readonly FormatHit[],
  from = 0,
): ReturnType<typeof aLibraryFile>[] {
  return Array.from({ length: count }, (_, at) => aLibraryFile({ fileId: from + at + 1, profile, formats }));
}

test('the example: without the bad format the file is above its minimum, without the good one it is below as before', () => {
  const index = anIndex({ files: [aLibraryFile({ profile, formats: [aHit(1, 50), aHit(2, -100)] })] });
  expect(useOf('Format 2', index)).toMatchObject({
    decisive: 1,
    files: 1,
    points_in_sum: -100,
    verdict: 'decides 1',
  });
  expect(useOf('Format 1', index)).toMatchObject({ decisive: 0, verdict: 'decides nothing' });
  const answer = answerOf('format-effectiveness', index);
  expect(figureOf('formats-deciding', answer)).toBe(1);
  expect(answer.headline).toBe('1 of 2 formats decides anything. 0 never matched.');
});

test('a format that closes a file decides', () => {
  const scored = aScoredProfile({ 1: 100 });
  expect(
    useOf('Format 1', anIndex({ files: [aLibraryFile({ profile: scored, formats: [aHit(1, 100)] })] })),
  ).toMatchObject({
    decisive: 1,
  });
});

describe('a replacement', () => {
  const scored = aScoredProfile({ 1: 10, 2: 20 }, { minFormatScore: -1000, cutoffFormatScore: 1000 });
  const file = aLibraryFile({ profile: scored, formats: [aHit(1, 10), aHit(2, 20)] });
  const oldFile = (formats: readonly FormatHit[]): ReturnType<typeof aState> =>
    aState(file, { fileId: 99, formats, score: formats.reduce((sum, { score }) => sum + score, 0) });

  test('that would not have been taken without a format is decided by it', () => {
    const change = aChange(file, { kind: 'replaced', before: oldFile([aHit(1, 10)]) });
    const index = anIndex({ files: [file], changes: [change] });
    expect(useOf('Format 2', index)).toMatchObject({ decisive: 1, in_history: 0 });
    expect(useOf('Format 1', index)).toMatchObject({ decisive: 0, in_history: 1 });
  });

  test('is judged by the profile of the file, whatever its item has today', () => {
    const change = aChange(file, { kind: 'replaced', before: oldFile([aHit(1, 10)]) });
    const off = aScoredProfile({ 1: 10, 2: 20 }, { id: 2, name: 'Off', upgradeAllowed: false });
    const [instance = anInstance()] = instancesOf([file]);
    const items = new Map([[file.item.id, { ...file.item, profileId: off.id }]]);
    const rules = { ...instance.rules, profiles: [scored, off] };
    const index = anIndex({ files: [file], changes: [change], instances: [{ ...instance, items, rules }] });
    expect(useOf('Format 2', index)).toMatchObject({ decisive: 1 });
  });

  test('of a slot that holds another file by now decides nothing', () => {
    const change = aChange(file, {
      kind: 'replaced',
      before: oldFile([]),
      after: aState(file, { fileId: 77 }),
    });
    expect(useOf('Format 2', anIndex({ files: [file], changes: [change] }))).toMatchObject({ decisive: 0 });
  });
});

test('never matched is a finding, a guard that met nothing is none', () => {
  const answer = answerOf('format-effectiveness', anIndex({ files: filesWith(1, []) }));
  const verdicts = rowsOf('formats-by-profile', answer).map(
    ({ format, verdict }) => [format, verdict] as const,
  );
  expect(new Map(verdicts)).toEqual(
    new Map([
      ['Format 1', 'never matched, in files and in history'],
      ['Format 2', 'a guard, unseen: working or idle cannot be told'],
    ]),
  );
  expect(answer.findings.map(({ title, place }) => [title, place])).toEqual([
    ['Never matched', '“Format 1” on main'],
  ]);
  expect(answer.caveats.at(-1)).toContain('1 guard unseen');
});

test('what history has seen was not never matched', () => {
  const [file = aLibraryFile()] = filesWith(1, []);
  const events = [anEvent(file, { formatsToday: [1] })];
  expect(useOf('Format 1', anIndex({ files: [file], events }))).toMatchObject({
    verdict: 'no file today, but in history',
    in_history: 1,
  });
});

test('without history it is said that files alone speak', () => {
  const files = filesWith(1, []);
  const instances = instancesOf(files, { historySince: null });
  expect(answerOf('format-effectiveness', anIndex({ files, instances })).caveats).toContain(
    'No history of main: “never matched” speaks of its files alone.',
  );
});

test('a format of every file moves all alike, from 20 files on', () => {
  const quiet = aScoredProfile({ 1: 5 }, { minFormatScore: -10, cutoffFormatScore: 1000 });
  const some = (count: number): ReturnType<typeof anIndex> =>
    anIndex({
      files: Array.from({ length: count }, (_, at) =>
        aLibraryFile({ fileId: at + 1, profile: quiet, formats: [aHit(1, 5)] }),
      ),
    });
  expect(useOf('Format 1', some(19))).toMatchObject({ verdict: 'decides nothing' });
  expect(useOf('Format 1', some(20))).toMatchObject({
    verdict: 'matches every file: moves all alike',
    share: 100,
  });
  expect(answerOf('format-effectiveness', some(20)).findings).toMatchObject([
    { title: 'Always matched', count: 20 },
  ]);
});

test('worth 0 where the files are, though another profile scores it', () => {
  const here = aScoredProfile({ 1: 0, 2: 0, 3: 0, 4: 0 }, { id: 2, name: 'Here' });
  const elsewhere = aScoredProfile({ 1: 7, 2: 7, 3: 7, 4: 7 }, { id: 3, name: 'Elsewhere' });
  const formats = [1, 2, 3, 4].map((id) => aHit(id, 0));
  const files = [
    aLibraryFile({ fileId: 1, profile: here, formats: [...formats, aHit(5, 0, 'Alone')] }),
    aLibraryFile({ fileId: 2, profile: elsewhere }),
  ];
  const answer = answerOf('format-effectiveness', anIndex({ files }));
  expect(answer.findings).toMatchObject([
    {
      title: 'Worth 0 where the files are',
      place: '“Here” on main',
      why: '4 formats match files of this profile and are scored only in others: “Format 1”, “Format 2”, “Format 3” and 1 more.',
    },
  ]);
  const verdicts = rowsOf('formats-by-profile', answer).map(({ verdict }) => verdict);
  expect(verdicts).toContain('worth 0 in every profile');
  expect(verdicts).toContain('no file of this profile');
});

test('two formats of the same ten files say the same; of nine they may by chance', () => {
  const pair = [aHit(1, 50), aHit(3, 0)];
  const pairsOf = (count: number): readonly unknown[] =>
    rowsOf(
      'pairs',
      answerOf(
        'format-effectiveness',
        anIndex({ files: [...filesWith(count, pair), ...filesWith(1, [], 50)] }),
      ),
    );
  expect(pairsOf(10)).toMatchObject([{ kind: 'same files', profile: 'all', files: 10 }]);
  expect(pairsOf(9)).toEqual([]);
});

test('as many files, but not the same ones, are no pair', () => {
  const files = [
    ...filesWith(1, [aHit(1, 50), aHit(3, 0)]),
    ...filesWith(9, [aHit(1, 50)], 10),
    ...filesWith(9, [aHit(3, 0)], 30),
    ...filesWith(1, [aHit(1, 50), aHit(3, 0)], 60),
  ];
  expect(rowsOf('pairs', answerOf('format-effectiveness', anIndex({ files })))).toEqual([]);
});

test('two that both give points, together in 95 % of the rarer, are scored twice', () => {
  const scored = aScoredProfile({ 1: 50, 2: 30 });
  const made = (both: number, rare: number, other: number): ReturnType<typeof anIndex> => {
    const kinds = [
      ...Array.from({ length: both }, () => [aHit(1, 50), aHit(2, 30)]),
      ...Array.from({ length: rare }, () => [aHit(1, 50)]),
      ...Array.from({ length: other }, () => [aHit(2, 30)]),
    ];
    return anIndex({
      files: kinds.map((formats, at) => aLibraryFile({ fileId: at + 1, profile: scored, formats })),
    });
  };
  const pairsOf = (index: ReturnType<typeof anIndex>): readonly unknown[] =>
    rowsOf('pairs', answerOf('format-effectiveness', index));
  expect(pairsOf(made(19, 1, 30))).toMatchObject([{ kind: 'scored twice', files: 19, profile: 'HD' }]);
  expect(pairsOf(made(18, 2, 30))).toEqual([]);
  expect(pairsOf(made(19, 0, 30))).toEqual([]);
  expect(answerOf('format-effectiveness', made(19, 1, 30)).findings).toMatchObject([
    { title: 'Scored twice', why: '95 % of the rarer one’s files have both, and get +50 and +30.' },
  ]);
});

test('association compares other points of files with it and without it, 20 on each side', () => {
  const scored = aScoredProfile({ 1: 1000, 2: 30 });
  const made = (count: number): ReturnType<typeof anIndex> =>
    anIndex({
      files: Array.from({ length: 2 * count }, (_, at) =>
        aLibraryFile({
          fileId: at + 1,
          profile: scored,
          formats: at < count ? [aHit(1, 1000), aHit(2, 30)] : [],
        }),
      ),
    });
  expect(useOf('Format 1', made(20))).toMatchObject({ association: 30 });
  expect(useOf('Format 1', made(19))).toMatchObject({ association: null });
});

test('formats that a filter cannot tell apart are found by number', () => {
  const files = [
    aLibraryFile({
      profile: aScoredProfile({ 1: 1, 2: 1 }),
      formats: [aHit(1, 1, 'HDR'), aHit(2, 1, 'hdr')],
    }),
  ];
  const [block] = answerOf('format-effectiveness', anIndex({ files })).blocks.filter(
    ({ name }) => name === 'formats',
  );
  if (block?.kind !== 'table') throw new Error('no table');
  expect(new Set(block.rows.map((row) => row.files?.filter))).toEqual(
    new Set(['instance = radarr/main and format-id = 1', 'instance = radarr/main and format-id = 2']),
  );
});

test('what the formats of the largest profile give is drawn', () => {
  const [block] = answerOf(
    'format-effectiveness',
    anIndex({ files: filesWith(2, [aHit(1, 50), aHit(2, -100)]) }),
  ).blocks.filter(({ name }) => name === 'points-given');
  expect(block).toMatchObject({
    kind: 'bars',
    bars: [
      { label: 'Format 1', values: [100] },
      { label: 'Format 2', values: [-200] },
    ],
  });
});

test('the middle of the files without a format is found below and above those with it', () => {
  const scored = aScoredProfile({ 1: -500, 2: 30 });
  const files = Array.from({ length: 40 }, (_, at) =>
    aLibraryFile({ fileId: at + 1, profile: scored, formats: at < 20 ? [aHit(1, -500)] : [aHit(2, 30)] }),
  );
  expect(useOf('Format 1', anIndex({ files }))).toMatchObject({ association: -30 });
  expect(useOf('Format 2', anIndex({ files }))).toMatchObject({ association: 500 });
});
