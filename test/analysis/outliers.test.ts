import { describe, expect, test } from 'vitest';
import type { MediaInfo } from '../../src/model/media-info.ts';
import { answerOf, blockOf, columnOf, figureOf, rowsOf } from '../support/answers.ts';
import { anItem, aProfile } from '../support/builders.ts';
import { aLibraryFile, anEpisodeFile, anIndex } from '../support/libraries.ts';

const plain: MediaInfo = {
  resolution: '1920x1080',
  dynamicRange: '',
  dynamicRangeType: '',
  videoCodec: 'x264',
  videoBitDepth: 8,
  videoBitrate: 0,
  audioCodec: 'AAC',
  audioChannels: 2,
  audioBitrate: 0,
  audioLanguages: 'eng',
  subtitles: '',
  runtimeSeconds: 6000,
};

/** Thirty files whose sizes lie round 1 GB a minute, then one of this size. */
function sized(bytes: number, count = 30): ReturnType<typeof anIndex> {
  const usual = Array.from({ length: count - 1 }, (_, at) =>
    aLibraryFile({ fileId: at + 1, mediaInfo: plain, sizeBytes: 1e9 * (1 + (at % 5) / 10) }),
  );
  return anIndex({ files: [...usual, aLibraryFile({ fileId: 99, mediaInfo: plain, sizeBytes: bytes })] });
}

describe('sizes', () => {
  test('one that is ten times the usual is told, with how far off it is', () => {
    const answer = answerOf('outliers', sized(12e9));
    expect(rowsOf('sizes', answer)).toMatchObject([
      { title: { title: 'Movie 99' }, quality: 'Bluray-1080p', size: 12e9, per_minute: 12e7 },
    ]);
    const [row] = rowsOf('sizes', answer);
    expect(Number(row?.['times_usual'])).toBeCloseTo(10, 9);
    expect(Number(row?.['z'])).toBeGreaterThan(3.5);
    expect(blockOf('size-score', answer)).toMatchObject({
      kind: 'scatter',
      subtitle: expect.stringContaining('“HD” on main'),
    });
  });

  test('the farthest comes first, equals by their key', () => {
    const usual = Array.from({ length: 40 }, (_, at) =>
      aLibraryFile({ fileId: at + 1, mediaInfo: plain, sizeBytes: 1e9 * (1 + (at % 5) / 10) }),
    );
    const far = [91, 93, 92].map((fileId) =>
      aLibraryFile({ fileId, mediaInfo: plain, sizeBytes: fileId === 93 ? 90e9 : 30e9 }),
    );
    const titles = columnOf('sizes', 'title', answerOf('outliers', anIndex({ files: [...usual, ...far] })));
    expect(titles).toMatchObject([{ title: 'Movie 93' }, { title: 'Movie 91' }, { title: 'Movie 92' }]);
  });

  test('one that is far too small is, too', () => {
    expect(figureOf('size-outliers', answerOf('outliers', sized(1e7)))).toBe(1);
  });

  test('fewer than 30 files of a quality say nothing', () => {
    expect(figureOf('size-outliers', answerOf('outliers', sized(12e9, 29)))).toBe(0);
  });

  test('where most are alike there is no usual distance', () => {
    const files = Array.from({ length: 40 }, (_, at) =>
      aLibraryFile({ fileId: at + 1, sizeBytes: at === 0 ? 9e12 : 1e9 }),
    );
    expect(figureOf('size-outliers', answerOf('outliers', anIndex({ files })))).toBe(0);
  });

  test('a length that nobody knows leaves a file out; a double episode is twice as long', () => {
    const files = [
      ...Array.from({ length: 35 }, (_, at) =>
        anEpisodeFile({
          fileId: at + 1,
          sizeBytes: 1e9 * (1 + (at % 5) / 10),
          item: anItem({ id: at, tvdbId: at, runtimeMinutes: 50 }),
        }),
      ),
      {
        ...anEpisodeFile({
          fileId: 50,
          item: anItem({ id: 50, tvdbId: 50, runtimeMinutes: 0 }),
          sizeBytes: 9e12,
        }),
      },
    ];
    expect(figureOf('size-outliers', answerOf('outliers', anIndex({ files })))).toBe(0);
    const first = files[0] ?? anEpisodeFile();
    const [episode] = first.part?.episodes ?? [];
    const episodes =
      episode === undefined ? [] : Array.from({ length: 20 }, (_, at) => ({ ...episode, number: 100 + at }));
    const long = {
      ...first,
      fileId: 60,
      item: anItem({ id: 60, tvdbId: 60, runtimeMinutes: 50 }),
      part: { season: 1, episodes },
      sizeBytes: 20e9,
    };
    expect(figureOf('size-outliers', answerOf('outliers', anIndex({ files: [...files, long] })))).toBe(0);
  });

  test('of several profiles the one with the most outliers is drawn', () => {
    const other = aProfile({ id: 2, name: 'Other' });
    const files = [
      ...Array.from({ length: 40 }, (_, at) =>
        aLibraryFile({ fileId: at + 1, mediaInfo: plain, sizeBytes: 1e9 * (1 + (at % 5) / 10) }),
      ),
      aLibraryFile({ fileId: 99, profile: other, mediaInfo: plain, sizeBytes: 90e9 }),
    ];
    const block = blockOf('size-score', answerOf('outliers', anIndex({ files })));
    expect(block).toMatchObject({ points: [{ isMarked: true }] });
  });
});

/** What the media info is said to contradict in a name. */
function contradicted(sceneName: string, only: Partial<MediaInfo> = {}): readonly unknown[] {
  const files = [aLibraryFile({ sceneName, mediaInfo: { ...plain, ...only } })];
  return columnOf('contradicted-names', 'claimed', answerOf('outliers', anIndex({ files })));
}

describe('names', () => {
  test.each<readonly [string, Partial<MediaInfo>, string]>([
    ['Movie.2020.HDR.x264', { dynamicRange: 'HDR' }, 'HDR'],
    ['Movie.2020.DV.x264', { dynamicRangeType: 'DV HDR10' }, 'Dolby Vision'],
    ['Movie 2020 DoVi', { dynamicRangeType: 'DV' }, 'Dolby Vision'],
    ['Movie.2020.HDR10Plus', { dynamicRangeType: 'HDR10Plus' }, 'HDR10+'],
    ['Movie.2020.HLG', { dynamicRangeType: 'HLG' }, 'HLG'],
    ['Movie.2020.TrueHD.7.1', { audioCodec: 'TrueHD' }, 'TrueHD'],
    ['Movie.2020.Atmos', { audioCodec: 'EAC3 Atmos' }, 'Atmos'],
    ['Movie.2020.DTS-X', { audioCodec: 'DTS-X' }, 'DTS:X'],
    ['Movie.2020.DTS-HD.MA', { audioCodec: 'DTS-HD MA' }, 'DTS-HD'],
    ['Movie.2020.FLAC', { audioCodec: 'FLAC' }, 'FLAC'],
    ['Movie.2020.x265', { videoCodec: 'h265' }, 'x265'],
    ['Movie.2020.HEVC', { videoCodec: 'HEVC' }, 'x265'],
    ['Movie.2020.AV1', { videoCodec: 'AV1' }, 'AV1'],
    ['Movie.2020.10bit', { videoBitDepth: 10 }, '10 bit'],
  ])('%s is borne out by %j, and not by a plain file', (name, info, claimed) => {
    expect(contradicted(name)).toEqual([claimed]);
    expect(contradicted(name, info)).toEqual([]);
  });

  test('a claim of SDR or x264 is held to the file, too', () => {
    expect(contradicted('Movie.SDR.x264')).toEqual([]);
    expect(contradicted('Movie.SDR.x264', { dynamicRange: 'HDR', videoCodec: 'x265' })).toEqual([
      'SDR',
      'x264',
    ]);
    expect(contradicted('Movie.SDR', { dynamicRange: 'SDR' })).toEqual([]);
  });

  test('a word within a word is none', () => {
    expect(contradicted('Advance.DTS.x264.Hdresden.RAV1OLI')).toEqual([]);
  });

  test('what the server does not say is not judged', () => {
    const unknown = {
      dynamicRange: null,
      dynamicRangeType: null,
      videoCodec: null,
      audioCodec: null,
      videoBitDepth: null,
    };
    expect(contradicted('Movie.HDR.DV.x265.Atmos.10bit', unknown)).toEqual([]);
    expect(contradicted('Movie.10bit', { videoBitDepth: 0 })).toEqual([]);
    expect(contradicted('Movie.HDR', { dynamicRange: null, dynamicRangeType: '' })).toEqual(['HDR']);
  });

  test('without a scene name the file’s own is read; what the file has is told', () => {
    const files = [aLibraryFile({ sceneName: null, relativePath: 'Movie.HDR.mkv', mediaInfo: plain })];
    expect(rowsOf('contradicted-names', answerOf('outliers', anIndex({ files })))).toMatchObject([
      { claimed: 'HDR', found: 'none', release: 'Movie.HDR.mkv' },
    ]);
  });

  test('the name that is told is the one that was judged', () => {
    const hidden = { sceneName: null, originalFilePath: 'Movie.2020.HDR.mkv', relativePath: 'Movie.mkv' };
    const files = [aLibraryFile({ ...hidden, mediaInfo: plain })];
    expect(rowsOf('contradicted-names', answerOf('outliers', anIndex({ files })))).toMatchObject([
      { claimed: 'HDR', release: 'Movie.2020.HDR.mkv' },
    ]);
  });
});

test('missing groups and scene names are counted, files without media info named', () => {
  const files = [
    aLibraryFile({ fileId: 1, releaseGroup: null }),
    aLibraryFile({ fileId: 2, releaseGroup: '', sceneName: null }),
  ];
  const answer = answerOf('outliers', anIndex({ files }));
  expect([figureOf('no-group', answer), figureOf('no-scene', answer)]).toEqual([2, 1]);
  expect(answer.caveats).toEqual(['2 files without media info: their names cannot be checked.']);
});
