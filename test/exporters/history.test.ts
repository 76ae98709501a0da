import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { HistoryBatch, HistoryProgress, HistoryStart } from '../../src/exporters/exporter.ts';
import type { IdentifiedEvent } from '../../src/model/history-event.ts';
import type { Service } from '../../src/model/service.ts';
import { slotKey } from '../../src/model/slot.ts';
import { exporters } from '../../src/pipeline/registry.ts';
import type { RunningInstance } from '../../src/simulator/instance-options.ts';
import { anItem } from '../support/builders.ts';
import { aClient } from '../support/client.ts';
import { aServer } from '../support/http-server.ts';
import { aSimulator, ask } from '../support/simulated.ts';

interface Told {
  readonly batches: readonly HistoryBatch[];
  readonly events: readonly IdentifiedEvent[];
  readonly progress: readonly HistoryProgress[];
}

const firstPass: HistoryStart = { kind: 'page', page: 1 };

async function historyOf(instance: RunningInstance, from: HistoryStart = firstPass): Promise<Told> {
  const { service, name, url, apiKey } = instance;
  await using client = aClient(url, { service, apiKey });
  const exporter = exporters[service];
  const take = (): void => undefined;
  const rules = await exporter.rules(client);
  const request = { instance: name, rules, chunkSize: 100, carry: null, take, progress: take };
  const { items } = await exporter.read(client, request);
  const progress: HistoryProgress[] = [];
  const batches = await Array.fromAsync(
    exporter.history(client, {
      instance: { service, name },
      items,
      from,
      progress: (at) => progress.push(at),
    }),
  );
  return { batches, events: batches.flatMap(({ events }) => events), progress };
}

const Raw = z.object({
  records: z.array(
    z.object({
      id: z.number(),
      date: z.coerce.date(),
      eventType: z.string(),
      customFormatScore: z.number(),
      data: z.record(z.string(), z.string().nullable()),
    }),
  ),
});

async function rawHistory(instance: RunningInstance): Promise<z.infer<typeof Raw>['records']> {
  const { text } = await ask(instance, '/api/v3/history?pageSize=-1&sortKey=date&sortDirection=ascending');
  return Raw.parse(JSON.parse(text)).records;
}

describe.each(['radarr', 'sonarr'] as const)('the history of %s', (service: Service) => {
  test('is every row of the server’s, oldest first, with the scores it had and has', async () => {
    await using simulator = await aSimulator(service, { library: { kind: 'story', step: 20 } });
    const { events, batches } = await historyOf(simulator.instance);
    const raw = await rawHistory(simulator.instance);
    expect(raw.length).toBeGreaterThan(100);
    expect(
      events.map(({ eventId, event }) => [eventId, event.at, event.scoreToday, event.scoreThen]),
    ).toEqual(
      raw.map(({ id, date, customFormatScore, data }) => {
        const { customFormatScore: then } = data;
        return [id, date, customFormatScore, then === undefined ? null : Number(then)];
      }),
    );
    expect(batches.map(({ leftOut, unread, nextPage }) => [leftOut, unread, nextPage])).toEqual([
      [0, 0, null],
    ]);
    const withScore = events.filter(({ event }) => event.scoreThen !== null).map(({ event }) => event.kind);
    expect(new Set(withScore)).toEqual(new Set(['grabbed', 'imported']));
  }, 60_000);

  test('tells kinds, slots and reasons in our words', async () => {
    await using simulator = await aSimulator(service, { library: { kind: 'story', step: 20 } });
    const { events } = await historyOf(simulator.instance);
    const kinds = new Set(events.map(({ event }) => event.kind));
    expect([...kinds].sort()).toEqual(
      service === 'radarr'
        ? ['deleted', 'failed', 'grabbed', 'imported', 'renamed']
        : ['deleted', 'grabbed', 'imported', 'renamed'],
    );
    const reasons = new Set(events.flatMap(({ event }) => event.reason ?? []));
    expect([...reasons].every((reason) => ['upgrade', 'manual', 'missingFromDisk'].includes(reason))).toBe(
      true,
    );
    const key = service === 'radarr' ? /^radarr\/main tmdb:\d+$/ : /^sonarr\/main tvdb:\d+ S\d\dE\d\d$/;
    expect(events.every(({ event }) => key.test(slotKey(event.slot)))).toBe(true);
  }, 60_000);

  test('holds no address of an indexer, and no passkey', async () => {
    await using simulator = await aSimulator(service, { library: { kind: 'story', step: 20 } });
    const raw = await rawHistory(simulator.instance);
    const text = JSON.stringify((await historyOf(simulator.instance)).events);
    const addresses = raw.flatMap(({ data }) => [data['downloadUrl'], data['guid'], data['nzbInfoUrl']]);
    const told = addresses.filter((address) => typeof address === 'string' && address !== '');
    expect(told.length).toBeGreaterThan(10);
    for (const address of told) expect(text).not.toContain(address);
    expect(text).not.toMatch(/:\/\/|passkey|apikey/i);
  }, 60_000);

  test('is later what is new since the newest known event', async () => {
    await using simulator = await aSimulator(service, { library: { kind: 'story' } });
    let known = (await historyOf(simulator.instance)).events.map(({ eventId }) => eventId);
    for (let step = 1; step < simulator.story.steps; step += 1) {
      simulator.story.goTo(step);
      const { events, batches } = await historyOf(simulator.instance, {
        kind: 'after',
        eventId: Math.max(...known),
      });
      const there = (await rawHistory(simulator.instance)).map(({ id }) => id);
      expect(events.map(({ eventId }) => eventId)).toEqual(there.filter((id) => !known.includes(id)));
      expect(batches.map(({ nextPage }) => nextPage)).toEqual([null]);
      known = [...known, ...events.map(({ eventId }) => eventId)];
    }
  }, 60_000);

  test('at one bad row loses that row, and says so', async () => {
    const pages = 'page=1&pageSize=(512|256|128|64|32|16|8|4)&|page=2&pageSize=2&|page=3&pageSize=1&';
    const bad = {
      kind: 'exception',
      status: 500,
      message: 'Object reference not set',
      on: { path: `history[?](${pages})`, count: null },
    } as const;
    await using simulator = await aSimulator(service, {
      library: { kind: 'story', step: 20 },
      faults: [bad],
    });
    const { events, batches } = await historyOf(simulator.instance);
    await using whole = await aSimulator(service, { library: { kind: 'story', step: 20 } });
    const ids = (await rawHistory(whole.instance)).map(({ id }) => id);
    expect(events.map(({ eventId }) => eventId)).toEqual(ids.filter((_, index) => index !== 2));
    expect(batches.map(({ unread }) => unread)).toEqual([1]);
  }, 60_000);

  test('that cannot be read at all is a failure', async () => {
    const bad = {
      kind: 'exception',
      status: 500,
      message: 'broken',
      on: { path: 'history', count: null },
    } as const;
    await using simulator = await aSimulator(service, { faults: [bad] });
    await expect(historyOf(simulator.instance)).rejects.toMatchObject({ failure: { kind: 'list-broken' } });
  }, 60_000);
});

/** Rows of a movie, numbered from 1, a second apart. */
function rows(count: number): readonly Readonly<Record<string, unknown>>[] {
  return Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    movieId: 1,
    sourceTitle: `release ${index + 1}`,
    quality: { quality: { id: 7, name: 'Bluray-1080p' } },
    date: new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString(),
    eventType: 'grabbed',
    data: {},
  }));
}

/** A Radarr that has nothing but a history; `at` says which one at each page. */
function serving(at: (asked: number) => readonly unknown[]) {
  let asked = 0;
  return (request: IncomingMessage, response: ServerResponse): void => {
    const query = new URL(request.url ?? '', 'http://host').searchParams;
    const all = at(asked);
    asked += 1;
    const [page, size] = [Number(query.get('page')), Number(query.get('pageSize'))];
    const sorted = query.get('sortDirection') === 'ascending' ? all : all.toReversed();
    const records = sorted.slice((page - 1) * size, page * size);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ page, pageSize: size, totalRecords: all.length, records }));
  };
}

async function historyFrom(
  url: string,
  from: HistoryStart,
  progress: (at: HistoryProgress) => void = () => undefined,
): Promise<readonly HistoryBatch[]> {
  await using client = aClient(url);
  const request = {
    instance: { service: 'radarr', name: 'main' } as const,
    items: new Map([[1, anItem()]]),
    from,
    progress,
  };
  return await Array.fromAsync(exporters.radarr.history(client, request));
}

async function sonarrHistoryFrom(url: string): Promise<readonly HistoryBatch[]> {
  await using client = aClient(url, { service: 'sonarr' });
  const request = {
    instance: { service: 'sonarr', name: 'main' } as const,
    items: new Map([[1, anItem()]]),
    from: firstPass,
    progress: () => undefined,
  };
  return await Array.fromAsync(exporters.sonarr.history(client, request));
}

function idsOf(batches: readonly HistoryBatch[]): readonly number[] {
  return batches.flatMap(({ events }) => events.map(({ eventId }) => eventId));
}

test('a first pass goes page by page, and on where it was interrupted, one page early', async () => {
  const all = rows(1_200);
  await using server = await aServer(serving(() => all));
  const progress: HistoryProgress[] = [];
  const batches = await historyFrom(server.url, firstPass, (at) => progress.push(at));
  expect(idsOf(batches)).toEqual(all.map(({ id }) => id));
  expect(batches.map(({ nextPage }) => nextPage)).toEqual([2, 3, null]);
  expect(progress.map(({ rowsDone }) => rowsDone)).toEqual([512, 1_024, 1_200]);
  expect(idsOf(await historyFrom(server.url, { kind: 'page', page: 3 }))).toEqual(idsOf(batches).slice(512));
});

test('rows that are deleted while pages are read make no gap', async () => {
  const all = rows(2_000);
  await using server = await aServer(serving((asked) => (asked < 2 ? all : all.slice(600))));
  const ids = new Set(idsOf(await historyFrom(server.url, firstPass)));
  expect(all.slice(600).every(({ id }) => ids.has(Number(id)))).toBe(true);
});

test('rows that come while new ones are read are met once, or next time', async () => {
  const all = rows(2_000);
  await using server = await aServer(serving((asked) => all.slice(0, 1_900 + asked * 50)));
  const ids = idsOf(await historyFrom(server.url, { kind: 'after', eventId: 1_000 }));
  expect(ids).toEqual(Array.from({ length: 900 }, (_, index) => index + 1_001));
});

test('a row of a shape we do not know is counted, the others are there', async () => {
  const all = [...rows(2), { id: 3, movieId: 1, eventType: 'grabbed' }];
  await using server = await aServer(serving(() => all));
  expect(await historyFrom(server.url, firstPass)).toMatchObject([
    { events: [{}, {}], unread: 1, leftOut: 0 },
  ]);
});

test('rows of unknown movies and unknown kinds are left out, and counted', async () => {
  const [one, two, three, four] = rows(4);
  const all = [
    { ...one, movieId: 9 },
    { ...two, movieId: undefined },
    { ...three, eventType: 'moonrise' },
    four,
  ];
  await using server = await aServer(serving(() => all));
  expect(await historyFrom(server.url, firstPass)).toMatchObject([{ events: [{ eventId: 4 }], leftOut: 3 }]);
});

test('a deletion tells why where the server does, in our words', async () => {
  const [one, two] = rows(2);
  const all = [
    { ...one, eventType: 'movieFileDeleted', data: { reason: 'MissingFromDisk' } },
    { ...two, eventType: 'movieFileDeleted', data: {} },
  ];
  await using server = await aServer(serving(() => all));
  const [batch] = await historyFrom(server.url, firstPass);
  expect(batch?.events.map(({ event }) => [event.kind, event.reason])).toEqual([
    ['deleted', 'missingFromDisk'],
    ['deleted', null],
  ]);
});

test('addresses in titles are cut out, ordinary colons stay', async () => {
  const [one, two, three] = rows(3);
  const all = [
    { ...one, sourceTitle: 'Film https://tracker.example/dl/passkey123 1080p' },
    { ...two, sourceTitle: 'magnet:?xt=urn:btih:abc', downloadId: 'http://host/secret' },
    { ...three, sourceTitle: 'Re:Zero 3: Alive' },
  ];
  await using server = await aServer(serving(() => all));
  const [batch] = await historyFrom(server.url, firstPass);
  expect(batch?.events.map(({ event }) => event.sourceTitle)).toEqual([
    'Film … 1080p',
    '…',
    'Re:Zero 3: Alive',
  ]);
  expect(batch?.events[1]?.event.downloadId).toBe('…');
});

test('events of a series whose episodes cannot be read are left out, and counted', async () => {
  const on = { path: 'episode[?]seriesId=1$', count: null };
  const bad = { kind: 'exception', status: 500, message: 'broken', on } as const;
  const library = { kind: 'story', step: 20 } as const;
  await using simulator = await aSimulator('sonarr', { library, faults: [bad] });
  const { batches, events } = await historyOf(simulator.instance);
  const { length } = await rawHistory(simulator.instance);
  expect(events.length).toBeGreaterThan(0);
  expect(batches.reduce((sum, { leftOut }) => sum + leftOut, 0)).toBe(length - events.length);
}, 60_000);

test('rows of unknown series and episodes are left out, and counted', async () => {
  const [one, two, three, four, five] = rows(5);
  const all = [
    { ...one, seriesId: 1, episodeId: 7 },
    { ...two, seriesId: 9, episodeId: 7 },
    { ...three, seriesId: 1, episodeId: 8 },
    { ...four, seriesId: 1 },
    { ...five, episodeId: 7 },
  ];
  await using server = await aServer((request, response) => {
    if (request.url?.includes('/episode?') !== true) return serving(() => all)(request, response);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify([{ id: 7, seasonNumber: 1, episodeNumber: 2 }]));
  });
  const [batch] = await sonarrHistoryFrom(server.url);
  expect(batch?.leftOut).toBe(4);
  expect(batch?.events).toMatchObject([
    { eventId: 1, event: { slot: { episode: { season: 1, number: 2 } } } },
  ]);
});

test('a connection that breaks while episodes are asked is a failure, not a gap', async () => {
  const [row] = rows(1);
  await using server = await aServer((request, response) => {
    if (request.url?.includes('/episode?')) response.destroy();
    else serving(() => [{ ...row, seriesId: 1, episodeId: 1 }])(request, response);
  });
  await expect(sonarrHistoryFrom(server.url)).rejects.toMatchObject({
    failure: { kind: 'unreachable' },
  });
}, 60_000);
