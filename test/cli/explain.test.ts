import { readFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Simulator, startSimulator } from '../../src/simulator/start-simulator.ts';
import { aFolder } from '../support/folder.ts';
import { type Ran, run, yamlFor } from '../support/run.ts';

/** A movie with formats of many kinds in its profile. */
const richTitle = 'Golden Umbra (1991)';

let simulator: Simulator;
let folder: Awaited<ReturnType<typeof aFolder>>;

beforeAll(async () => {
  simulator = await startSimulator({ radarr: {}, sonarr: { name: 'tv' } });
  folder = await aFolder({ 'arr-score.yaml': `${yamlFor(simulator.instances)}store: none.db\n` });
  await chmod(join(folder.path, 'arr-score.yaml'), 0o600);
});

afterAll(async () => {
  await simulator[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

function explain(...argv: readonly string[]): Promise<Ran> {
  return run(['explain', ...argv, '--config', join(folder.path, 'arr-score.yaml'), '--quiet']);
}

test('an empty text is no question', async () => {
  const { code, out, err } = await explain(' ');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('nothing to explain');
});

test('a card says score, formats, near misses and what would be taken', async () => {
  const { code, out } = await explain(richTitle, 'main');
  expect(code).toBe(0);
  expect(out).toMatch(/^\S.* \(\d{4}\) +main · /);
  expect(out).toMatch(/^score {2}[−\d,]+ of [\d,]+ +bound [\d,]+/m);
  expect(out).toMatch(/^ {2}\+ +\d[\d,]* {2}.*matched "/m);
  expect(out).toMatch(/more give 0 \(--all\)/);
  expect(out).toMatch(/: Radarr would (still take|take nothing)\n {2}/);
});

test('--all leaves nothing out', async () => {
  const { out } = await explain('The Electric Echo & Sons Mountain', 'main', '--all');
  const told: unknown = JSON.parse(
    (await explain('The Electric Echo & Sons Mountain', 'main', '--format', 'json')).out,
  );
  expect(told).toMatchObject({
    files: [{ formats: expect.any(Array), needed: { ways: expect.any(Array) } }],
  });
  expect(out).not.toContain('(--all)');
});

test('an episode of a series is found by its place, and its key leads to the same card', async () => {
  const found = await explain('Hidden Ocean Reloaded S01E02');
  const json = await explain('Last Echo 2049 S01E02', '--format', 'json');
  const [, key = ''] = /"key": "(sonarr\/tv#\d+)"/.exec(json.out) ?? [];
  const byKey = await explain(key, '--format', 'json');
  expect(found.code + json.code).toBeLessThanOrEqual(2);
  expect(byKey.out).toBe(json.out);
  expect(json.out).toContain('"part": "S01E02"');
});

test('many files of one name are listed with their keys', async () => {
  const { out } = await explain('Last Echo 2049', 'tv');
  expect(out).toMatch(/^\d+ files: explain one by/);
  expect(out).toMatch(/Last Echo 2049 S01E01 +[a-z ]+ {2}sonarr\/tv#\d+/);
});

test('markdown holds no markup of strangers', async () => {
  const { out } = await explain('The Electric Echo & Sons Mountain', 'main', '--format', 'markdown');
  expect(out).toMatch(/^### The Electric Echo & Sons Mountain \\\(\d{4}\\\)/);
  expect(out).toContain('| ---: | --- | --- | --- |');
});

test('what nobody has is 2, with what to write', async () => {
  const { code, out, err } = await explain('No.Such.Movie.1999.1080p-GRP');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('nothing in the library is called "No.Such.Movie.1999.1080p-GRP"');
});

test.each(['radarr/main#9999999', 'tmdb:9999999', 'tvdb:9999999 S01E01'])(
  'a key that nothing has is no name of a release: %s',
  async (key) => {
    const { code, out, err } = await explain(key);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`nothing in the library has the key "${key}"`);
    expect(err).toContain('Write a part of the title');
  },
);

test('a key of an instance that is not there names those that are', async () => {
  const { code, err } = await explain('radarr/typo#1');
  expect(code).toBe(2);
  expect(err).toContain('there is no instance "radarr/typo" for "radarr/typo#1"');
  expect(err).toContain('Asked were ');
});

test('an instance that cannot be asked is said, the others answer, and the code is 3', async () => {
  await using broken = await startSimulator({
    radarr: { faults: [{ kind: 'unauthorised', on: { count: null } }] },
  });
  const both = [...broken.instances, ...simulator.instances.filter(({ name }) => name === 'tv')];
  await using place = await aFolder({ 'arr-score.yaml': `${yamlFor(both)}store: none.db\n` });
  const { code, out, err } = await run([
    'explain',
    'Last Echo 2049 S01E02',
    '--config',
    join(place.path, 'arr-score.yaml'),
  ]);
  expect(code).toBe(3);
  expect(out).toContain('Last Echo 2049 S01E02');
  expect(err).toContain('refused the API key');
});

test.each([
  ['--format', 'pdf', '--format takes text, json or markdown'],
  ['--size', '61', '--size takes a number with a unit'],
  ['--size', '61XB', '--size takes a number with a unit'],
  ['--flags', 'all', '--flags takes a whole number'],
])('%s %s is 2, and says what it takes', async (flag, value, told) => {
  const { code, err } = await explain('x', flag, value);
  expect(code).toBe(2);
  expect(err).toContain(told);
});

const Recorded = z.object({ path: z.string(), body: z.string() });
const Answer = z.object({
  movie: z.object({ id: z.number() }).optional(),
  customFormats: z.array(z.object({ id: z.number() })).default([]),
  customFormatScore: z.number(),
});
const Told = z.object({
  releases: z.array(z.object({ score: z.number(), formats: z.array(z.object({ id: z.number() })) })),
});

/** Every recorded name that the server found a movie of its library for, with its formats and score. */
const releases = gunzipSync(readFileSync('fixtures/radarr/own-parse.ndjson.gz'))
  .toString('utf8')
  .trim()
  .split('\n')
  .map((line) => Recorded.parse(JSON.parse(line)))
  .map(({ path, body }) => ({
    title: decodeURIComponent(path.split('title=')[1] ?? ''),
    body: JSON.parse(body),
  }))
  .map(({ title, body }) => ({ title, answer: Answer.parse(body) }))
  .filter(({ answer }) => answer.movie !== undefined);

test('there are releases to score', () => {
  expect(releases.length).toBeGreaterThan(10);
});

test.each(releases)('the release $title is scored as its server scores it', async ({ title, answer }) => {
  const { code, out } = await explain(title, 'main', '--format', 'json');
  expect(code).toBe(0);
  const [release] = Told.parse(JSON.parse(out)).releases;
  const sorted = (formats: readonly { readonly id: number }[]): readonly number[] =>
    formats.map(({ id }) => id).toSorted((x, y) => x - y);
  expect(release?.score).toBe(answer.customFormatScore);
  expect(sorted(release?.formats ?? [])).toEqual(sorted(answer.customFormats));
});

test('a release says what it is worth and what the server would do with it', async () => {
  const [first] = releases;
  const { out } = await explain(first?.title ?? '', 'main', '--size', '12.5GB', '--flags', '1', '--all');
  expect(out).toContain('12.5 GB · as Radarr takes the name apart');
  expect(out).toMatch(/^on disk {2}/m);
  expect(out).toMatch(/^Radarr would (take|refuse) it/m);
  const markdown = await explain(first?.title ?? '', 'main', '--format', 'markdown');
  expect(markdown.out).toContain('| ---: | --- |');
});
