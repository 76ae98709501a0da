import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadEdits } from '../../../../src/config/load-edits.ts';
import type { Change } from '../../../../src/model/change.ts';
import type { CustomFormat, Specification } from '../../../../src/model/custom-format.ts';
import {
  cardAsMarkdown,
  culpritOf,
  decisionSteps,
  neededBy,
  spreadOf,
} from '../../../../src/outputs/dashboard/client/logic/card-facts.ts';
import { findEvidence } from '../../../../src/outputs/dashboard/client/logic/evidence.ts';
import { fileLink } from '../../../../src/outputs/dashboard/client/logic/file-link.ts';
import { markText, mostMatched } from '../../../../src/outputs/dashboard/client/logic/mark-text.ts';
import { createNumbers } from '../../../../src/outputs/dashboard/client/logic/numbers.ts';
import { timelineOf } from '../../../../src/outputs/dashboard/client/logic/timeline.ts';
import {
  editsAsYaml,
  hasEdits,
  noEdits,
  sliderFor,
  tryEdits,
} from '../../../../src/outputs/dashboard/client/logic/what-if.ts';
import { anItem, aProfile } from '../../../support/builders.ts';
import { aFolder } from '../../../support/folder.ts';
import { aHostileReport } from '../../../support/hostile-report.ts';
import { aLibraryFile, aPageModel, someFilms } from '../../../support/page-model.ts';
import { someEvents } from '../../../support/report.ts';

const numbers = createNumbers('en-GB', 'UTC');
const model = aPageModel(someFilms([50, -10, 200, 70]));
const [file] = model.files;
if (file === undefined) throw new Error('there is a file');

test('without an edit nothing moves, and with one every file is scored again', () => {
  const rows = [0, 1, 2, 3];
  expect(tryEdits(model, rows, noEdits)).toMatchObject({ moved: 0, crossing: [], after: [50, -10, 200, 70] });
  const tried = tryEdits(model, rows, { cutoff: 60, minimum: -20, scores: new Map([['HDR', 65]]) });
  expect(tried.after).toEqual([65, 65, 65, 65]);
  expect(tried.moved).toBe(4);
  expect(tried.crossing.map(({ at, now, then }) => `${at} ${now} → ${then}`)).toEqual([
    '0 format open → closed',
    '1 below minimum → closed',
    '3 format open → closed',
  ]);
  expect(tried.states.find(({ label }) => label === 'closed')).toEqual({ label: 'closed', now: 1, after: 4 });
  expect(tryEdits(model, [99], noEdits).after).toEqual([]);
});

test('edits become the YAML that simulate reads', async () => {
  const edits = { cutoff: 1200, minimum: null, scores: new Map([['HDR: "x"', 500]]) };
  const yaml = editsAsYaml({ instances: ['radarr/main', 'radarr/4k films'], profile: 'Best "of"', edits });
  const lower = editsAsYaml({ instances: ['a'], profile: '2160', edits: { ...noEdits, minimum: -5 } });
  await using folder = await aFolder({ 'edits.yaml': yaml, 'lower.yaml': lower });
  expect(await loadEdits(join(folder.path, 'edits.yaml'))).toEqual({
    profiles: { 'Best "of"': { cutoff: 1200, scores: { 'HDR: "x"': 500 } } },
    formats: {},
    assign: [],
  });
  expect(await loadEdits(join(folder.path, 'lower.yaml'))).toMatchObject({
    profiles: { '2160': { minimum: -5 } },
  });
  expect([hasEdits(edits), hasEdits({ ...noEdits })]).toEqual([true, false]);
  const star = editsAsYaml({ instances: ['a'], profile: '*', edits });
  expect([yaml.includes('every profile'), star.split('\n')[1]?.includes('every profile')]).toEqual([
    false,
    true,
  ]);
  expect(yaml).toMatch(/^# arr-score simulate edits\.yaml radarr\/main "radarr\/4k films"\n/);
});

test('a slider holds its value and what must be in reach, with round ends', () => {
  for (const [now, around] of [
    [0, 0],
    [900, 900],
    [-10_000, 8745],
  ] as const) {
    const { min, max, step } = sliderFor(now, around);
    expect(min).toBeLessThanOrEqual(Math.min(now, around));
    expect(max).toBeGreaterThanOrEqual(Math.max(now, around));
    expect([max % step, min]).toEqual([0, -max]);
  }
});

test('the way of the decision: what would be taken, what refused, and the minimum', () => {
  const steps = decisionSteps(model, file, numbers).map(
    ({ isStop, text }) => `${isStop ? 'x' : 'ok'} ${text}`,
  );
  expect(steps.slice(0, 3)).toEqual([
    'ok Upgrades are on in “HD”',
    'ok The movie is monitored',
    'ok It would take the same quality with a score of at least 51',
  ]);
  const low = model.files[1];
  if (low === undefined) throw new Error('there is a second file');
  expect(decisionSteps(model, low, numbers).at(-1)?.text).toContain('the minimum is 0');
  const off = aLibraryFile({
    profile: aProfile({ upgradeAllowed: false }),
    item: anItem({ isMonitored: false }),
    part: { season: 1, episodes: [] },
  });
  const told = decisionSteps(aPageModel([off]), off, numbers).map(({ text }) => text);
  expect(told.slice(0, 2)).toEqual([
    'Upgrades are off in “HD”: nothing is searched for',
    'The episode is not monitored: nothing is searched for by itself',
  ]);
  expect(neededBy(aPageModel([file], { instances: [] }), file).ways.length).toBeGreaterThan(0);
});

test('the heaviest minus is named, with the score without it', () => {
  const formats = [
    { id: 1, name: 'LQ', score: -100 },
    { id: 2, name: 'HDR', score: 40 },
  ];
  expect(culpritOf(aLibraryFile({ formats, score: -60 }))).toEqual({ name: 'LQ', scoreWithout: 40 });
  expect(culpritOf(file)).toBeNull();
  expect(culpritOf(aLibraryFile())).toBeNull();
});

test('a file stands among those of its profile and instance alone', () => {
  const other = aLibraryFile({ profile: aProfile({ id: 9 }), score: 9999 });
  expect(spreadOf(aPageModel([...model.files, other]), file)).toEqual({
    p25: -10,
    p75: 70,
    best: 200,
    lowest: -10,
  });
  expect(spreadOf(aPageModel([]), file)).toMatchObject({ best: 50 });
});

test('a card is copied as Markdown in which a title is text', () => {
  const hostile = aLibraryFile({
    item: anItem({ title: '<b>*x*</b>' }),
    formats: [{ id: 1, name: '[a](b)', score: 5 }],
    score: 5,
  });
  const text = cardAsMarkdown(model, hostile, numbers);
  expect(text).toContain(String.raw`**\<b\>\*x\*\</b\>** (1927)`);
  expect(text).toContain(String.raw`- +5 \[a\](b)`);
});

test('a link leads to the server’s page, and only over http', () => {
  expect(fileLink(model, file)).toEqual({ href: 'https://films.example/radarr/movie/100', app: 'Radarr' });
  expect(fileLink(model, { ...file, item: { ...file.item, tmdbId: null } })).toBeNull();
  expect(fileLink(model, { ...file, instance: 'gone' })).toBeNull();
  const sonarr = aPageModel([], { instances: aHostileReport().library.instances });
  const show = aLibraryFile({ service: 'sonarr', item: anItem({ titleSlug: 'a/b' }) });
  expect(fileLink(sonarr, show)).toBeNull();
  const open = aPageModel([], {
    instances: aHostileReport().library.instances.map((one) => ({
      ...one,
      externalUrl: 'http://tv.example',
    })),
  });
  expect(fileLink(open, show)?.href).toBe('http://tv.example/series/a%2Fb');
});

test('a timeline holds events and changes of the file’s slot, newest first', () => {
  const [event] = someEvents(model.report.library);
  const slot = event?.slot;
  const [template] = aHostileReport().library.changes;
  if (event === undefined || slot === undefined || template === undefined)
    throw new Error('there is an event');
  const change: Change = {
    ...template,
    slot,
    at: new Date('2026-01-01'),
    kind: 'rescored',
    causes: [
      { kind: 'unexplained', points: 5 },
      { kind: 'format-edited', points: -2_000, formats: ['HDR'] },
    ],
  };
  const deleted = { ...event, kind: 'deleted', reason: 'upgrade', at: new Date('2025-06-01') } as const;
  const elsewhere = { ...event, slot: { ...slot, itemKey: 'tmdb:1' } };
  const full = aPageModel(model.files, { events: [event, deleted, elsewhere], changes: [change] });
  expect(timelineOf(full, file, numbers).map(({ what, why, score }) => `${what} ${why} ${score}`)).toEqual([
    'Scored again unexplained +5, format edited −2,000 -9500',
    'File removed by upgrade null',
    'Imported  50',
  ]);
  const bare = aPageModel(model.files, {
    events: [{ ...event, scoreToday: null }],
    changes: [{ ...change, after: null, causes: [] }],
  });
  expect(timelineOf(bare, file, numbers).map(({ score, text }) => [score, text === ''])).toEqual([
    [null, true],
    [50, false],
  ]);
});

test('evidence is what the patterns found, and is marked in the text', () => {
  const plain = { isNegated: false, isRequired: false };
  const formatOf = (id: number, implementation: string, fields: Specification['fields']): CustomFormat => ({
    ...{ id, name: `format ${id}`, includedWhenRenaming: false },
    specifications: [{ ...plain, name: 'one', implementation, fields }],
  });
  const formats = [
    formatOf(1, 'ReleaseTitleSpecification', { value: String.raw`\bBluRay\b` }),
    formatOf(2, 'ReleaseTitleSpecification', { value: 'zzz' }),
    formatOf(3, 'SizeSpecification', { min: 1, max: 100 }),
  ];
  const question = {
    instanceKey: 'radarr/main',
    formats,
    service: 'radarr',
    isWindows: false,
    file,
  } as const;
  const reasons = findEvidence(question);
  expect(reasons.map(({ formatId }) => formatId)).toEqual([1, 3]);
  const [first] = reasons;
  expect(first?.text?.whole.slice(first.text.from, first.text.to)).toBe('BluRay');
  expect(reasons[1]).toMatchObject({ text: null });
  expect(findEvidence(question)).toEqual(reasons);
  const whole = mostMatched(reasons) ?? '';
  expect(markText(whole, reasons).filter(({ isMarked }) => isMarked)).toEqual([
    { text: 'BluRay', isMarked: true },
  ]);
  expect(mostMatched([])).toBeNull();
});

test('matches that overlap are one mark, and the pieces are the text', () => {
  const reason = (from: number, to: number): Parameters<typeof mostMatched>[0][number] => ({
    formatId: from,
    actual: '',
    text: { whole: 'abcdef', from, to },
  });
  const pieces = markText('abcdef', [
    reason(1, 3),
    reason(2, 4),
    reason(2, 3),
    { formatId: 9, actual: '', text: null },
  ]);
  expect(pieces.map(({ text }) => text).join('')).toBe('abcdef');
  expect(pieces.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual(['bc', 'd']);
  expect(markText('abc', [])).toEqual([{ text: 'abc', isMarked: false }]);
});
