import { expect, test } from 'vitest';
import type { Rules } from '../../src/model/rules.ts';
import { fileCard } from '../../src/scoring/card/file-card.ts';
import { releaseCard } from '../../src/scoring/card/release-card.ts';
import { describeReason } from '../../src/scoring/decision/describe-reason.ts';
import type { Guard } from '../../src/scoring/pattern/guard.ts';
import { aFile, anItem } from '../support/builders.ts';
import { aFormat, aLadder, condition, revised, scores } from '../support/scoring.ts';

const run: Guard = (work) => ({ kind: 'finished', value: work() });
const title = (value: string, only = {}) => condition('ReleaseTitleSpecification', { value }, only);
const group = (value: string) => condition('ReleaseGroupSpecification', { value });
const source = (value: number, only = {}) => condition('SourceSpecification', { value }, only);

const formats = [
  aFormat(1, title('absent', { isNegated: true }), title('BluRay'), source(9)),
  aFormat(2, source(9)),
  aFormat(3, title('x265', { isNegated: true })),
  aFormat(4),
  aFormat(5, group('^NTG$')),
  aFormat(6, title('IMAX')),
  aFormat(7, title('BluRay', { isNegated: true })),
  aFormat(8, source(7)),
  aFormat(9, group('^A$'), title('absent')),
  aFormat(10, condition('Mood', {})),
  aFormat(11, source(9, { isNegated: true })),
];
const points = formats.map(({ id }) => [id, id * 10] as const);
const profile = aLadder({ formatScores: scores(...points) });
const rules: Rules = {
  service: 'radarr',
  formats,
  profiles: [profile],
  settings: { propersAndRepacks: 'preferAndUpgrade', seasonPackUpgrade: null },
};
const hit = (id: number, score = id * 10) => ({ id, name: `Format ${id}`, score });
const file = aFile({
  profile,
  quality: revised('Bluray-1080p'),
  formats: [hit(1), hit(2), hit(3, 0), hit(4), hit(10)],
});
const question = { file, rules, isWindows: false, bestSeen: 500, guard: run };

test('matched formats come by score, those worth nothing last, each with the line that tells most', () => {
  const { matched, ceiling, state } = fileCard(question);
  expect(matched.map(({ name, telling }) => [name, telling.wanted, telling.found])).toEqual([
    ['Format 10', 'the server says so', ''],
    ['Format 4', 'no condition', 'matches everything'],
    ['Format 2', 'source', 'bluray'],
    ['Format 1', 'BluRay', 'matched "BluRay"'],
    ['Format 3', 'not x265', 'found nothing'],
  ]);
  expect(ceiling).toMatchObject({ bestSeen: 500, verdict: 'reached' });
  expect(state.format).toBe('met');
});

test('equal scores come by id, and what the profile does not list is worth nothing', () => {
  const same = { ...question, file: { ...file, formats: [hit(2, 10), hit(1, 10)] } };
  expect(fileCard(same).matched.map(({ id }) => id)).toEqual([1, 2]);
  const flat = { ...file, profile: { ...profile, formatScores: scores([5, 7], [6, 7]) } };
  expect(fileCard({ ...question, file: flat }).nearMisses.map(({ id }) => id)).toEqual([5, 6]);
});

test('near misses say what keeps them from matching', () => {
  const { nearMisses } = fileCard(question);
  expect(nearMisses.map(({ name, telling }) => [name, telling.wanted, telling.found])).toEqual([
    ['Format 11', 'not bluray', 'source is bluray'],
    ['Format 8', 'webdl', 'source is bluray'],
    ['Format 7', 'not BluRay', 'title has "BluRay"'],
    ['Format 6', 'IMAX', 'title does not have it'],
    ['Format 5', '^NTG$', 'group is GROUP'],
  ]);
  const nameless = fileCard({ ...question, file: { ...file, releaseGroup: null } }).nearMisses;
  expect(nameless.at(-1)?.telling.found).toBe('group is empty');
});

test('where we differ from the server, its answer stands and the difference is told', () => {
  const { doubts } = fileCard({ ...question, file: { ...file, formats: [hit(1), hit(5)] } });
  expect(doubts.map(({ format, server, ours, because }) => [format, server, ours, because])).toEqual([
    ['Format 2', 'does not match', 'matches', 'the server knows more than it tells'],
    ['Format 3', 'does not match', 'matches', 'the server knows more than it tells'],
    ['Format 4', 'does not match', 'matches', 'the server knows more than it tells'],
    ['Format 5', 'matches', 'does not match', 'the server knows more than it tells'],
    ['Format 10', 'does not match', null, 'Format 10: conditions of the kind Mood are not known here'],
  ]);
  const hidden = { ...file, service: 'sonarr' as const, sceneName: null, formats: [hit(5)] };
  const [first] = fileCard({ ...question, file: hidden }).doubts;
  expect(first?.because).toBe('the server looks at a file name that its API hides');
});

test('evidence that runs out of time is no evidence', () => {
  let calls = 0;
  const late: Guard = (work) => {
    calls += 1;
    return calls === 2 ? { kind: 'overrun' } : { kind: 'finished', value: work() };
  };
  const { matched, nearMisses } = fileCard({ ...question, guard: late });
  expect(matched.every(({ telling }) => telling.wanted === 'the server says so')).toBe(true);
  expect(nearMisses).toEqual([]);
});

test('a release is worth what its formats give, and is judged beside the file on disk', () => {
  const parsed = {
    service: 'radarr' as const,
    title: 'A.Movie.2020.IMAX.BluRay',
    quality: revised('Bluray-1080p'),
    languages: null,
    originalLanguage: null,
    releaseGroup: 'NTG',
    edition: null,
    releaseType: null,
    indexerFlags: 0,
    sizeBytes: 0,
    year: 2020,
  };
  const card = releaseCard({
    title: 'Movie.2020.IMAX.BluRay-NTG',
    parsed,
    item: anItem(),
    profile,
    rules,
    files: [aFile({ profile, quality: revised('Bluray-1080p'), formats: [hit(9)] })],
    seasonPack: null,
    isAnime: false,
    guard: run,
  });
  expect(card.formats.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(card).toMatchObject({ score: 210, reasons: [], files: [{ score: 90 }] });
  expect(card.problems).toEqual(['Format 10: conditions of the kind Mood are not known here']);
});

test('reasons have sentences', () => {
  expect(describeReason('diskCustomFormatScore')).toBe('the file on disk has the same score or a better one');
});
