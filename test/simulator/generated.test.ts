import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { InstanceOptions } from '../../src/simulator/instance-options.ts';
import { aSimulator, ask } from '../support/simulated.ts';

const recordings = '../shared/recordings';

const Formats = z.array(z.object({ id: z.number() }));
const File = z.object({
  id: z.number(),
  path: z.string(),
  customFormats: Formats,
  customFormatScore: z.number(),
});
const MovieFile = File.extend({ movieId: z.number() });
const EpisodeFile = File.extend({ seriesId: z.number() });
const Item = z.object({ id: z.number(), title: z.string(), path: z.string(), qualityProfileId: z.number() });
const Movie = Item.extend({
  tmdbId: z.number(),
  movieFileId: z.number(),
  movieFile: z.object({ id: z.number(), movieId: z.number(), path: z.string() }).optional(),
});
const Series = Item.extend({ tvdbId: z.number() });
const Episode = z.object({ id: z.number(), seriesId: z.number(), episodeFileId: z.number() });
const Profile = z.object({
  id: z.number(),
  formatItems: z.array(z.object({ format: z.number(), score: z.number() })),
});

function generated(items: number, seed: string | number = 1): InstanceOptions {
  return { library: { kind: 'generated', items, seed } };
}

async function openLibrary(service: 'radarr' | 'sonarr', options: InstanceOptions) {
  const simulator = await aSimulator(service, options);
  const rows = async <T>(target: string, shape: z.ZodType<T>): Promise<readonly T[]> =>
    z.array(shape).parse(JSON.parse((await ask(simulator.instance, target)).text));
  return { ...simulator, rows };
}

const movieQuery = (ids: readonly number[]): string =>
  `/api/v3/moviefile?${ids.map((id) => `movieId=${id}`).join('&')}`;

test('the same seed gives the same bytes, another seed other ones', async () => {
  const list = async (seed: string) => {
    await using library = await aSimulator('radarr', generated(150, seed));
    const movies = (await ask(library.instance, '/api/v3/movie?excludeLocalCovers=true')).text;
    return movies + (await ask(library.instance, '/api/v3/history?pageSize=-1')).text;
  };
  const first = await list('a');
  expect((await list('a')) === first).toBe(true);
  expect((await list('b')) === first).toBe(false);
});

test.each([
  { title: 'own-small', options: generated(300), isThere: true },
  ...['own-dev', 'trash-dev'].map((set) => ({
    title: set,
    isThere: existsSync(recordings),
    options: {
      library: {
        kind: 'generated',
        items: 600,
        seed: 1,
        from: { kind: 'folder', path: `${recordings}/radarr/${set}` },
      },
    } as const satisfies InstanceOptions,
  })),
])(
  'movies drawn from $title: every sum of formats holds, and nothing is there twice',
  async ({ options, isThere, ...test }) => {
    if (!isThere) return expect.soft(test.title).not.toBe('own-small');
    await using library = await openLibrary('radarr', options);
    const movies = await library.rows('/api/v3/movie?excludeLocalCovers=true', Movie);
    const profiles = await library.rows('/api/v3/qualityprofile', Profile);
    const files = await library.rows(movieQuery(movies.map(({ id }) => id).slice(0, 500)), MovieFile);
    expect(files.length).toBeGreaterThan(250);
    const byId = new Map(movies.map((movie) => [movie.id, movie]));
    for (const file of files) {
      const movie = byId.get(file.movieId);
      const scores = new Map(
        profiles
          .find(({ id }) => id === movie?.qualityProfileId)
          ?.formatItems.map((item) => [item.format, item.score]),
      );
      const sum = file.customFormats.reduce((total, { id }) => total + (scores.get(id) ?? 0), 0);
      expect(file.customFormatScore).toBe(sum);
      expect(file.path.startsWith(`${movie?.path}/`)).toBe(true);
    }
    for (const field of ['id', 'title', 'tmdbId', 'path'] as const) {
      expect(new Set(movies.map((movie) => movie[field])).size, field).toBe(movies.length);
    }
    expect(new Set(files.map(({ id }) => id)).size).toBe(files.length);
    const current = new Set(files.map(({ id }) => id));
    for (const { movieFile, movieFileId, id } of movies.slice(0, 500)) {
      if (movieFile !== undefined) expect([movieFile.id, movieFile.movieId]).toEqual([movieFileId, id]);
      if (movieFile !== undefined) expect(current.has(movieFileId)).toBe(true);
    }
  },
);

test('series, episodes and files belong together, and every sum holds', async () => {
  await using library = await openLibrary('sonarr', generated(12));
  const profiles = await library.rows('/api/v3/qualityprofile', Profile);
  const all = await library.rows('/api/v3/series', Series);
  const seen = { files: new Set<number>(), episodes: new Set<number>() };
  for (const series of all) {
    const files = await library.rows(`/api/v3/episodefile?seriesId=${series.id}`, EpisodeFile);
    const episodes = await library.rows(`/api/v3/episode?seriesId=${series.id}`, Episode);
    const scores = new Map(
      profiles
        .find(({ id }) => id === series.qualityProfileId)
        ?.formatItems.map((item) => [item.format, item.score]),
    );
    for (const file of files) {
      expect(file.customFormatScore).toBe(
        file.customFormats.reduce((sum, { id }) => sum + (scores.get(id) ?? 0), 0),
      );
      expect(file.seriesId).toBe(series.id);
    }
    const owned = new Set(files.map(({ id }) => id));
    const lost = episodes.filter(({ episodeFileId }) => episodeFileId !== 0 && !owned.has(episodeFileId));
    expect(lost.length).toBeLessThanOrEqual(1);
    for (const { id } of files) seen.files.add(id);
    for (const { id, seriesId } of episodes) {
      expect(seriesId).toBe(series.id);
      expect(seen.episodes.has(id)).toBe(false);
      seen.episodes.add(id);
    }
  }
  expect(all).toHaveLength(12);
  expect(Math.max(...seen.files)).toBe(seen.files.size);
});

test('any chunking of movies gives the same files', async () => {
  await using library = await openLibrary('radarr', generated(250));
  const ids = Array.from({ length: 250 }, (_, at) => at + 1);
  const whole = await library.rows(movieQuery(ids), MovieFile);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 120 }), fc.boolean(), async (size, isReversed) => {
      const pieces: z.infer<typeof MovieFile>[] = [];
      for (let at = 0; at < ids.length; at += size) {
        const chunk = ids.slice(at, at + size);
        pieces.push(...(await library.rows(movieQuery(isReversed ? chunk.toReversed() : chunk), MovieFile)));
      }
      expect(pieces).toEqual(whole);
    }),
    { numRuns: 12 },
  );
});

test('what was compressed beforehand says the same as what is printed on request', async () => {
  await using library = await aSimulator('radarr', generated(120));
  for (const target of [
    '/api/v3/movie?excludeLocalCovers=true',
    movieQuery([1, 2, 3]),
    movieQuery([1, 2, 3]),
  ]) {
    const plain = await ask(library.instance, target);
    const packed = await ask(library.instance, target, { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.text).toBe(plain.text);
    expect(JSON.stringify(JSON.parse(plain.text), null, 2)).toBe(plain.text);
  }
});

test('rows are found by any number they carry', async () => {
  await using radarr = await openLibrary('radarr', generated(130));
  const [movie] = await radarr.rows('/api/v3/movie?tmdbId=1000007', Movie);
  expect(movie?.id).toBe(8);
  expect(await radarr.rows('/api/v3/movie?tmdbId=5', Movie)).toEqual([]);
  const [file] = await radarr.rows('/api/v3/moviefile?movieFileIds=20', MovieFile);
  expect(file?.id).toBe(20);
  expect((await ask(radarr.instance, '/api/v3/moviefile/20')).text).toContain('"id": 20');
  expect((await ask(radarr.instance, '/api/v3/moviefile/99999')).status).toBe(404);
  await using sonarr = await openLibrary('sonarr', generated(4));
  const episodes = await sonarr.rows('/api/v3/episode?episodeFileId=3', Episode);
  expect(episodes.map(({ episodeFileId }) => episodeFileId)).toContain(3);
});

test('events of episodes name the series and the episode they belong to', async () => {
  await using library = await openLibrary('sonarr', generated(6));
  const Page = z.object({
    records: z.array(z.object({ seriesId: z.number(), episodeId: z.number() })),
  });
  const { text } = await ask(library.instance, '/api/v3/history?pageSize=-1');
  const { records } = Page.parse(JSON.parse(text));
  expect(records.length).toBeGreaterThan(0);
  for (const { seriesId, episodeId } of records) {
    const episodes = await library.rows(`/api/v3/episode?seriesId=${seriesId}`, Episode);
    expect(episodes.map(({ id }) => id)).toContain(episodeId);
  }
});

test('history is in order of dates, with ids and files of this library', async () => {
  await using library = await openLibrary('radarr', generated(200));
  const Event = z.object({
    id: z.number(),
    movieId: z.number(),
    date: z.string(),
    data: z.object({ fileId: z.string().optional() }),
  });
  const page = z.object({ totalRecords: z.number(), records: z.array(Event) });
  const all = page.parse(
    JSON.parse((await ask(library.instance, '/api/v3/history?pageSize=-1&sortDirection=ascending')).text),
  );
  const dates = all.records.map(({ date }) => date);
  expect(dates).toEqual(dates.toSorted());
  expect(all.records.map(({ id }) => id)).toEqual(dates.map((_, at) => at + 1));
  const second = page.parse(
    JSON.parse(
      (await ask(library.instance, '/api/v3/history?page=2&pageSize=20&sortDirection=ascending')).text,
    ),
  );
  expect(second.records).toEqual(all.records.slice(20, 40));
  const { movieId } = z.object({ movieId: z.number() }).parse(all.records[0]);
  const ofMovie = JSON.parse((await ask(library.instance, `/api/v3/history/movie?movieId=${movieId}`)).text);
  expect(z.array(Event).parse(ofMovie)).toEqual(
    all.records.filter((event) => event.movieId === movieId).toReversed(),
  );
  const files = await library.rows(movieQuery(Array.from({ length: 200 }, (_, at) => at + 1)), MovieFile);
  const owners = new Map(files.map((file) => [file.id, file.movieId]));
  const imports = all.records.flatMap((event) =>
    event.data.fileId === undefined ? [] : [{ movieId: event.movieId, fileId: Number(event.data.fileId) }],
  );
  const known = imports.filter(({ fileId }) => owners.has(fileId));
  expect(known.length).toBeGreaterThan(0);
  for (const event of known) expect(owners.get(event.fileId)).toBe(event.movieId);
});
