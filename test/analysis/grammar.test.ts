import { expect, test } from 'vitest';
import type { Library } from '../../src/model/library.ts';
import type { Section } from '../../src/model/report.ts';
import { makeReport } from '../../src/pipeline/make-report.ts';
import {
  aChange,
  aDownload,
  aHit,
  aLibrary,
  aLibraryFile,
  anEpisodeFile,
  aScoredProfile,
  aState,
  daysAgo,
  now,
} from '../support/libraries.ts';

/** Every sentence that the analyses say of a library, findings as they are shown with their counts. */
function sentencesOf(library: Library): readonly string[] {
  const { sections } = makeReport(library, { names: null, now, since: daysAgo(30), isNarrowed: false });
  return sections.flatMap(wordsOf);
}

function wordsOf({ headline, caveats, findings, blocks }: Section): readonly string[] {
  const shown = findings.flatMap(({ why, mend, count, counted }) => [why, mend, `${count} ${counted}`]);
  const notes = blocks.flatMap((block) => (block.kind === 'metric' ? [block.note] : []));
  return [headline ?? '', ...caveats, ...shown, ...notes];
}

/** So many of everything that is counted: movies in loops, edits, seasons, files without media info. */
function aLibraryOf(times: number): Library {
  const best = aScoredProfile(
    { 1: 500, 2: 100, 3: -1000, 4: 10 },
    { name: 'Best', cutoffFormatScore: 600, minFormatScore: 1, minUpgradeFormatScore: 50 },
  );
  const other = aScoredProfile({ 1: 0, 2: 0, 5: 1 }, { id: 2, name: 'Other', cutoffFormatScore: 1 });
  const each = Array.from({ length: times }, (_, at) => at);
  const open = each.map((at) => aLibraryFile({ fileId: at + 1, profile: best, formats: [aHit(2, 100)] }));
  const low = each.map((at) =>
    aLibraryFile({
      ...{ fileId: at + 11, profile: best, formats: [aHit(3, -1000)] },
      staleSince: daysAgo(1),
    }),
  );
  const worthless = each.map((at) =>
    aLibraryFile({ fileId: at + 21, profile: other, formats: [aHit(1 + at, 0)] }),
  );
  const tv = aScoredProfile({ 1: 500 }, { id: 3, name: 'TV', language: null, minFormatScore: 1 });
  const episodes = each.map((at) => anEpisodeFile({ fileId: at + 1, season: at + 1, profile: tv }));
  const download = (ago: number): Parameters<typeof aDownload>[2] => ({
    ...{ at: daysAgo(ago), sourceTitle: `R${ago}`, formatsToday: [2], scoreThen: 100 },
  });
  return aLibrary({
    files: [...open, ...low, ...worthless, ...episodes],
    changes: low.map((file) =>
      aChange(file, {
        at: daysAgo(5),
        before: aState(file, { score: -999, formats: [] }),
        causes: [{ kind: 'format-edited', points: -1, formats: ['Format 3'] }],
      }),
    ),
    events: [30, 25, 20].flatMap((ago) =>
      open.flatMap((file) => {
        const [grab, imported] = aDownload(file, `${file.fileId} ${ago}`, download(ago));
        return grab === undefined || imported === undefined
          ? []
          : [{ ...grab, scoreThen: 600, formatsToday: [1, 2] }, imported];
      }),
    ),
  });
}

const nouns =
  'files|titles|formats|profiles|items|seasons|names|changes|points|upgrades|guards|findings|new scores|imports|replacements|days|movies|series';
const verbs = 'were|are|have|decide|do';

/** A number that is 1, then a word for several: `1 files`, `1 title were`; not `2 of 1`, nor `+1.1`. */
const wrong = new RegExp(
  String.raw`(?<![\d,.])1 (?:(?:${nouns})\b|(?:of \d+ )?(?:\w+ )?(?:${verbs})\b|(?:score|match)\b)|(?<![\d,.])(?:0|2) (?:file|title|format|profile|item|season|name|change|point|upgrade|finding)\b`,
);

test.each([0, 1, 2, 3])('every sentence has the words that go with %i', (times) => {
  const sentences = sentencesOf(aLibraryOf(times));
  expect(sentences.length).toBeGreaterThan(10);
  expect(sentences.filter((sentence) => wrong.test(sentence))).toEqual([]);
});

test('one of everything is said of one', () => {
  const text = sentencesOf(aLibraryOf(1)).join('\n');
  const parts = [
    '1 title was fetched three times or more',
    '1 title in a loop',
    '1 file could not be read last time; its last known figures stand',
    '1 of 1 season has half or more of its files below minimum',
    '−1 point in all',
  ];
  expect(parts.filter((part) => !text.includes(part))).toEqual([]);
});

test('one file without media info has one name', () => {
  expect(sentencesOf(aLibrary({ files: [aLibraryFile({ mediaInfo: null })] }))).toContain(
    '1 file without media info: its name cannot be checked.',
  );
});

test('several of everything are said of several', () => {
  const text = sentencesOf(aLibraryOf(2)).join('\n');
  const parts = [
    '2 titles were fetched three times or more',
    '2 titles in a loop',
    '8 files without media info: their names cannot be checked',
    '2 of 2 seasons have half or more of their files below minimum',
    '−2 points in all',
  ];
  expect(parts.filter((part) => !text.includes(part))).toEqual([]);
});
