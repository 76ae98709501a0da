import { expect, test } from 'vitest';
import { answerOf, columnOf, figureOf, rowsOf } from '../support/answers.ts';
import { aProfile, aQuality } from '../support/builders.ts';
import { aHit, aLibraryFile, anIndex, anInstance, daysAgo, instancesOf } from '../support/libraries.ts';

const of = (fileId: number, score: number): ReturnType<typeof aLibraryFile> =>
  aLibraryFile({ fileId, formats: [aHit(1, score)] });

test('the example: one below minimum, two with the format open, one closed', () => {
  const answer = answerOf('overview', anIndex({ files: [of(1, -5), of(2, 50), of(3, 100)] }));
  const figures = ['below-minimum', 'format-open', 'quality-open', 'closed'].map((name) =>
    figureOf(name, answer),
  );
  expect(figures).toEqual([1, 2, 0, 1]);
  expect(columnOf('cutoff-states', 'files', answer)).toEqual([1, 1, 0, 1, 0]);
  expect(columnOf('cutoff-states', 'share', answer).map((share) => Math.round(Number(share)))).toEqual([
    33, 33, 0, 33, 0,
  ]);
  expect(answer.headline).toBe(
    '1 of 3 files has met its cutoff. 2 can still be upgraded; 1 scores below its profile’s minimum.',
  );
});

test('a profile is shown on its own scale, with its deciles', () => {
  const files = Array.from({ length: 10 }, (_, at) => of(at + 1, (at + 1) * 10));
  const [row] = rowsOf('profiles', answerOf('overview', anIndex({ files })));
  expect(row).toMatchObject({
    files: 10,
    lowest: 10,
    best: 100,
    minimum: 0,
    cutoff: 100,
    p10: 10,
    p50: 50,
    p90: 90,
  });
  expect(row?.['distribution']).toMatchObject({ kind: 'distribution', lower: 0, marks: { bestSeen: 100 } });
});

test('a histogram counts every file once, the tail as lower', () => {
  const files = [-10_000, ...Array.from({ length: 20 }, (_, at) => at)].map((score, at) => of(at + 1, score));
  const [cell] = columnOf('profiles', 'distribution', answerOf('overview', anIndex({ files })));
  if (typeof cell !== 'object' || cell === null || !('lower' in cell)) throw new Error('no distribution');
  expect(cell.lower).toBe(1);
  expect(cell.files.reduce((sum, count) => sum + count, 0)).toBe(20);
  expect(cell.from + cell.binWidth * cell.files.length).toBe(20);
});

test('an instance that failed is in no figure, and said first with what is known of it', () => {
  const files = [of(1, 100), of(2, 100)];
  const failure = { kind: 'unauthorised', url: 'http://radarr:7878' } as const;
  const instances = instancesOf(files, { failure, readAt: daysAgo(8) });
  const answer = answerOf('overview', anIndex({ files, instances }));
  expect([figureOf('files', answer), figureOf('unread-instances', answer)]).toEqual([0, 1]);
  expect(answer.caveats).toEqual([
    'main was not read: http://radarr:7878 refused the API key. Its 2 files, last seen on 14 Nov 2026, are in no figure here.',
  ]);
  expect(rowsOf('unread', answer)).toMatchObject([{ instance: 'main', what: 'everything', files: 2 }]);
  expect(answer.blocks[0]?.name).toBe('unread');
});

test('an item that could not be read stands as last seen, and is called stale', () => {
  const files = [aLibraryFile({ staleSince: daysAgo(2) }), of(2, 0)];
  const skipped = [{ itemId: 1, title: 'Movie 1', failure: { kind: 'gone', url: 'http://radarr' } }] as const;
  const answer = answerOf('overview', anIndex({ files, instances: instancesOf(files, { skipped }) }));
  expect([figureOf('files', answer), figureOf('stale-files', answer)]).toEqual([2, 1]);
  expect(answer.caveats).toEqual(['1 file could not be read last time; its last known figures stand.']);
  expect(rowsOf('unread', answer)).toMatchObject([{ what: 'Movie 1', files: null }]);
});

test('groups that differ in case only are one; a missing one is none', () => {
  const groups = ['NTb', 'ntb', null, ''];
  const files = groups.map((releaseGroup, at) => aLibraryFile({ fileId: at + 1, releaseGroup }));
  const answer = answerOf('overview', anIndex({ files }));
  expect(rowsOf('by-group', answer).map(({ group, files: count }) => [group, count])).toEqual([
    ['NTb', 2],
    ['none', 2],
  ]);
});

test('qualities and instances are counted with size and share', () => {
  const files = [
    aLibraryFile({ fileId: 1, sizeBytes: 1000, quality: aQuality({ id: 1, name: 'SDTV' }) }),
    aLibraryFile({ fileId: 2, sizeBytes: 3000, profile: aProfile({ upgradeAllowed: false }) }),
  ];
  const answer = answerOf('overview', anIndex({ files }));
  expect(rowsOf('by-quality', answer).map(({ quality, size, share }) => [quality, size, share])).toEqual([
    ['Bluray-1080p', 3000, 50],
    ['SDTV', 1000, 50],
  ]);
  expect(columnOf('by-instance', 'size', answer)).toEqual([4000]);
});

test('what has no file is counted, but not for an instance that failed', () => {
  const failure = { kind: 'busy', url: 'http://sonarr' } as const;
  const instances = [
    anInstance({ itemsWithoutFile: 3 }),
    anInstance({ instance: { service: 'sonarr', name: 'main' }, itemsWithoutFile: 4, failure }),
  ];
  expect(figureOf('items-without-file', answerOf('overview', anIndex({ instances })))).toBe(3);
});
