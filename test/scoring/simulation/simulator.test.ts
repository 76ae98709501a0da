import { expect, test } from 'vitest';
import type { Specification } from '../../../src/model/custom-format.ts';
import type { MediaFile } from '../../../src/model/media-file.ts';
import type { QualityProfile } from '../../../src/model/quality-profile.ts';
import type { Rules } from '../../../src/model/rules.ts';
import type { Guard } from '../../../src/scoring/pattern/guard.ts';
import { adoptRules } from '../../../src/scoring/simulation/adopt-rules.ts';
import { applyEdits } from '../../../src/scoring/simulation/apply-edits.ts';
import type { Edits } from '../../../src/scoring/simulation/edits.ts';
import { createSimulator } from '../../../src/scoring/simulation/simulator.ts';
import {
  countSimulated,
  formatChanges,
  summarizeFormats,
  summarizeProfiles,
} from '../../../src/scoring/simulation/summary.ts';
import { aFile } from '../../support/builders.ts';
import { aFormat, aLadder, condition, revised, scores } from '../../support/scoring.ts';

const title = (value: string): Specification => condition('ReleaseTitleSpecification', { value });
const run: Guard = (work) => ({ kind: 'finished', value: work() });

const profile = aLadder({ formatScores: scores([1, 50], [2, 60]) });
const other = aLadder({ id: 2, name: 'Other', formatScores: scores([1, 5], [2, 6]) });

function rulesOf(profiles: readonly QualityProfile[] = [profile, other]): Rules {
  return {
    service: 'radarr',
    formats: [aFormat(1, title('BluRay')), aFormat(2, title('x265'))],
    profiles,
    settings: { propersAndRepacks: 'preferAndUpgrade', seasonPackUpgrade: null },
  };
}

const noEdits: Edits = { profiles: {}, formats: {} };
const file = aFile({
  profile,
  quality: revised('Bluray-1080p'),
  formats: [{ id: 1, name: 'Format 1', score: 50 }],
});

function after(edits: Partial<Edits>, files: readonly MediaFile[] = [file]) {
  const before = rulesOf();
  const { rules } = applyEdits(before, { ...noEdits, ...edits });
  const simulator = createSimulator({
    before,
    after: rules,
    isWindows: false,
    reassign: () => null,
    guard: run,
  });
  return { simulated: simulator.simulate(files), simulator };
}

test('edited scores and thresholds are summed anew, without any matching', () => {
  const { simulated, simulator } = after({
    profiles: { HD: { scores: { 'Format 1': 200 }, cutoff: 90, minimum: 60, step: 3, upgrades: false } },
  });
  expect(simulator.evaluated).toEqual([]);
  expect(simulated[0]?.after).toMatchObject({
    score: 200,
    state: { belowMinimum: false, format: 'met', upgradesAllowed: false },
  });
  expect(simulated[0]?.certainty).toBe('exact');
});

test('an edit of every profile comes before that of one by name', () => {
  const { simulated } = after({
    profiles: { HD: { scores: { 'Format 1': 7 } }, '*': { scores: { 'Format 1': 1 }, minimum: 5 } },
  });
  expect(simulated[0]?.after).toMatchObject({ score: 7, state: { belowMinimum: false } });
});

test('an edited format is matched anew, a new one is worth what it is given, a removed one is gone', () => {
  const edits: Edits = {
    formats: { 'Format 1': null, 'Format 2': [title('x264')], Fresh: [title('1927')] },
    profiles: { HD: { scores: { Fresh: 5 } } },
  };
  const { simulated, simulator } = after(edits);
  expect(simulator.evaluated.map(({ name }) => name)).toEqual(['Format 2', 'Fresh']);
  expect(simulated[0]?.after.formats).toEqual([
    { id: 2, name: 'Format 2', score: 60 },
    { id: 3, name: 'Fresh', score: 5 },
  ]);
});

test('the quality cutoff may be a quality or a group', () => {
  const state = (qualityCutoff: string) =>
    after({ profiles: { HD: { qualityCutoff } } }).simulated[0]?.after.state.quality;
  expect([state('Remux-2160p'), state('WEB 1080p'), state('absent')]).toEqual(['open', 'met', 'met']);
});

test('names that mean nothing are told with those that would', () => {
  const edits: Edits = {
    profiles: {
      Hd: {},
      HD: { scores: { 'Fromat 1': 1 }, qualityCutoff: 'Remux' },
      '*': { qualityCutoff: 'WEB 1080p' },
    },
    formats: { Absent: null },
  };
  expect(applyEdits(rulesOf(), edits).unknown).toEqual([
    { kind: 'profile', name: 'Hd', known: ['HD', 'Other'] },
    { kind: 'format', name: 'Fromat 1', known: ['Format 1', 'Format 2'] },
    { kind: 'format', name: 'Absent', known: ['Format 1', 'Format 2'] },
    { kind: 'quality', name: 'Remux', known: ['SDTV', 'WEB 1080p', 'Bluray-1080p', 'Remux-2160p'] },
  ]);
});

test('a format that cannot be evaluated counts as before, and says so', () => {
  const { simulated, simulator } = after({ formats: { 'Format 1': [title('(?(a)b|c)')] } });
  expect(simulated[0]).toMatchObject({ certainty: 'not evaluated', after: { score: 50 } });
  expect(simulator.problems()).toEqual([
    'Format 1: the conditional at character 1 of the pattern (?(a)b|c) is not evaluated here',
  ]);
});

test('where the server hides a name, patterns on it are not certain, and other conditions are', () => {
  const hidden = { ...file, service: 'sonarr' as const, sceneName: null };
  expect(after({ formats: { Fresh: [title('a')] } }, [hidden]).simulated[0]?.certainty).toBe(
    'inputs incomplete',
  );
  const recovered = { ...hidden, originalFilePath: 'a.mkv' };
  expect(after({ formats: { Fresh: [title('a')] } }, [recovered]).simulated[0]?.certainty).toBe('exact');
  const source = condition('SourceSpecification', { value: 6 });
  expect(after({ formats: { Fresh: [source] } }, [hidden]).simulated[0]?.certainty).toBe('exact');
});

test('a reassigned file is summed by its new profile; one that is gone leaves it as it is', () => {
  const before = rulesOf();
  const reassign = ({ fileId }: MediaFile) => (fileId === 1 ? other : null);
  const rules = { before, after: { ...before, profiles: [] }, isWindows: false, guard: run };
  const simulated = createSimulator({ ...rules, reassign }).simulate([file, { ...file, fileId: 2 }]);
  expect(simulated.map((one) => one.after.score)).toEqual([5, 50]);
  expect(countSimulated(simulated)).toMatchObject({ reassigned: 1, falls: 1, same: 1 });
  const bare = createSimulator({ ...rules, reassign: () => ({ ...other, formatScores: [] }) });
  expect(bare.simulate([file]).map((one) => one.after.score)).toEqual([0]);
});

test('rules from elsewhere are put over the own ones by name', () => {
  const foreign = {
    formats: [aFormat(70, title('a')), { ...aFormat(80, title('b')), name: 'Fresh' }],
    profiles: [
      aLadder({
        id: 9,
        cutoffFormatScore: 1,
        formatScores: [...scores([70, 3], [99, 4]), { formatId: 80, name: 'Fresh', score: 8 }],
      }),
      aLadder({ id: 10, name: 'Of nobody here' }),
    ],
  };
  const own = rulesOf();
  const renamed = {
    ...foreign,
    formats: foreign.formats.map((one) => (one.id === 70 ? { ...one, name: 'Format 1' } : one)),
  };
  const adopted = adoptRules(own, {
    ...renamed,
    profiles: renamed.profiles.map((one) => ({
      ...one,
      formatScores: one.formatScores.map((row) => (row.formatId === 70 ? { ...row, name: 'Format 1' } : row)),
    })),
  });
  expect(
    adopted.formats.map(({ id, name, specifications }) => [id, name, specifications[0]?.fields['value']]),
  ).toEqual([
    [1, 'Format 1', 'a'],
    [2, 'Format 2', 'x265'],
    [3, 'Fresh', 'b'],
  ]);
  expect(adopted.profiles).toEqual([
    {
      ...aLadder({ cutoffFormatScore: 1 }),
      formatScores: [
        { formatId: 1, name: 'Format 1', score: 3 },
        { formatId: 3, name: 'Fresh', score: 8 },
      ],
    },
    other,
  ]);
});

test('counts say what crosses, opens and closes, and what could be fetched again', () => {
  const at = (fileId: number, score: number, sizeBytes = 10): MediaFile => ({
    ...file,
    fileId,
    sizeBytes,
    score,
    formats: [{ id: 1, name: 'Format 1', score }],
  });
  const closed = at(1, 100, 7_000_000_000);
  const low = at(2, 50);
  const edits = { profiles: { HD: { scores: { 'Format 1': 99 }, minimum: 60 } } };
  const { simulated } = after(edits, [closed, low]);
  expect(countSimulated(simulated)).toEqual({
    files: 2,
    rises: 1,
    falls: 1,
    same: 0,
    points: 48,
    belowMinimum: 0,
    belowMinimumMonitored: 0,
    aboveMinimum: 0,
    reachesCutoff: 0,
    leavesCutoff: 1,
    newlyOpen: 1,
    newlyClosed: 0,
    newlyOpenBytes: 7_000_000_000,
    reassigned: 0,
    inexact: 0,
  });
  const lower = after({ profiles: { HD: { scores: { 'Format 1': -1 } } } }, [closed]);
  expect(countSimulated(lower.simulated)).toMatchObject({ belowMinimum: 1, belowMinimumMonitored: 1 });
  const better = after({ profiles: { HD: { scores: { 'Format 1': 100 } } } }, [low, at(3, -4)]);
  expect(countSimulated(better.simulated)).toMatchObject({
    reachesCutoff: 2,
    newlyClosed: 2,
    aboveMinimum: 1,
  });
});

test('one row a profile, one a format; what moves most first', () => {
  const formats = [
    { id: 1, name: 'Format 1', score: 50 },
    { id: 2, name: 'Format 2', score: 60 },
  ];
  const edits: Edits = {
    profiles: { '*': { scores: { 'Format 2': 0 } } },
    formats: { 'Format 1': null, Fresh: [title('1927')] },
  };
  const { simulated } = after(edits, [
    { ...file, formats, score: 110 },
    { ...file, fileId: 2, profile: other },
  ]);
  expect(
    summarizeProfiles(simulated).map(({ instance, profile: name, counts }) => [instance, name, counts.falls]),
  ).toEqual([
    ['radarr/main', 'HD', 1],
    ['radarr/main', 'Other', 1],
  ]);
  expect(summarizeFormats(simulated)).toEqual([
    { name: 'Format 1', gains: 0, loses: 2, points: -100 },
    { name: 'Format 2', gains: 0, loses: 0, points: -60 },
    { name: 'Fresh', gains: 2, loses: 0, points: 0 },
  ]);
  expect(simulated.slice(0, 1).map(formatChanges)).toEqual([
    [
      { name: 'Format 1', before: 50, after: null },
      { name: 'Format 2', before: 60, after: 0 },
      { name: 'Fresh', before: null, after: 0 },
    ],
  ]);
});
