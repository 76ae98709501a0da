import { describe, expect, test } from 'vitest';
import type { MediaFile } from '../../src/model/media-file.ts';
import type { Part } from '../../src/model/part.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { judges, saveMoment } from '../support/a-snapshot.ts';
import { aFile, anItem } from '../support/builders.ts';
import { anEvent, aSlot } from '../support/comparing.ts';
import { databases } from '../support/databases.ts';

const main = { service: 'radarr', name: 'main' } as const;
const series = { service: 'sonarr', name: 'main' } as const;

function day(number: number): Date {
  return new Date(Date.UTC(2026, 0, number));
}

function aMovie(id: number, title: string, only: Partial<MediaFile> = {}): MediaFile {
  return aFile({ fileId: id, item: anItem({ id, tmdbId: id, title }), ...only });
}

function anEpisode(number: number, score: number): MediaFile {
  const item = anItem({ tmdbId: null, tvdbId: 81189, title: 'The Series' });
  const episode = { id: number, number, title: '', tvdbId: null, airDate: null, isMonitored: true };
  const part: Part = { season: 1, episodes: [episode] };
  return aFile({ fileId: 10 - number, item, part, service: 'sonarr', score });
}

describe.each(Object.entries(databases))('questions to a store on %s', async (_name, fresh) => {
  const check = test.skipIf((await fresh()) === null);
  const open = async (): Promise<Store> => openStore((await fresh()) ?? '', { use: 'collect' });
  const titlesOf = async (store: Store, title: string, limit = 9): Promise<readonly string[]> =>
    (await store.findSlots({ instances: null, title, limit })).map((slot) => slot.title);

  check('a title is found without regard to case, also beyond A to Z', async () => {
    await using store = await open();
    await saveMoment(store, { files: [aMovie(1, 'Élite'), aMovie(2, 'Der Ölprinz'), aMovie(3, 'Alien')] });
    expect(await titlesOf(store, 'ALIEN')).toEqual(['Alien']);
    for (const asked of ['Élite', 'élite', 'ÉLITE']) expect(await titlesOf(store, asked)).toEqual(['Élite']);
    expect(await titlesOf(store, 'der öl')).toEqual(['Der Ölprinz']);
  });

  check('no more slots than asked for, in order of title across instances', async () => {
    await using store = await open();
    await saveMoment(store, { files: [aMovie(1, 'The Zoo'), aMovie(2, 'The Ark')] });
    await saveMoment(store, { instance: series, files: [anEpisode(1, 0), anEpisode(2, 0)] });
    expect(await titlesOf(store, 'the')).toEqual(['The Ark', 'The Series', 'The Series', 'The Zoo']);
    expect(await titlesOf(store, 'the', 1)).toEqual(['The Ark']);
    expect(await titlesOf(store, 'the', 3)).toEqual(['The Ark', 'The Series', 'The Series']);
  });

  check('tries of one instance are told without those of others', async () => {
    await using store = await open();
    await saveMoment(store, { at: day(1), files: [aMovie(1, 'Alien')] });
    await saveMoment(store, { at: day(2), instance: series, files: [anEpisode(1, 0)] });
    const asked = { since: null, limit: 9 };
    const all = await store.runs({ ...asked, instances: null });
    expect(all.map(({ instance }) => instance)).toEqual([series, main]);
    expect((await store.runs({ ...asked, instances: [main] })).map(({ at }) => at)).toEqual([day(1)]);
    expect(await store.runs({ ...asked, instances: [{ ...main, name: '4k' }] })).toEqual([]);
  });

  check('a library of one instance is that of no other, and of none that could never be read', async () => {
    await using store = await open();
    await saveMoment(store, { files: [aMovie(1, 'Alien')] });
    await saveMoment(store, { instance: series, files: [anEpisode(1, 0)] });
    const never = { ...main, name: '4k' };
    const failure = { kind: 'timeout', url: 'http://nas', afterMs: 1_000 } as const;
    const traffic = { requests: 1, retries: 0, bytes: 0, durationMs: 5 };
    await store.saveFailure({ instance: never, startedAt: day(1), at: day(1), failure, traffic });
    const asked = { since: null, withRescored: false, ...judges };
    const titles = async (instances: readonly (typeof main | typeof series | typeof never)[] | null) =>
      (await store.loadLibrary({ ...asked, instances })).files.map(({ item }) => item.title);
    expect(await titles(null)).toEqual(['Alien', 'The Series']);
    expect(await titles([series])).toEqual(['The Series']);
    expect(await titles([never])).toEqual([]);
    expect(await store.carriable(never)).toBeNull();
  });

  check('more files than are written or read at once come back whole', async () => {
    await using store = await open();
    const movies = Array.from({ length: 2_000 }, (_, index) => aMovie(index + 1, `Movie ${index + 1}`));
    await saveMoment(store, { at: day(1), files: movies });
    const [first] = [anEpisode(1, 0)];
    const long = Array.from({ length: 1_100 }, (_, index) => ({
      ...anEpisode(index + 1, 0),
      fileId: index + 1,
    }));
    const other = {
      ...first,
      fileId: 5_000,
      item: anItem({ id: 2, tmdbId: null, tvdbId: 2, title: 'Other' }),
    };
    await saveMoment(store, { at: day(1), instance: series, files: [...long, other] });
    const asked = { instances: null, since: null, withRescored: false, ...judges };
    const { files } = await store.loadLibrary(asked);
    const ids = (of: readonly MediaFile[]): readonly string[] =>
      of.map(({ service, fileId }) => `${service} ${fileId}`).toSorted();
    expect(ids(files)).toEqual(ids([...movies, ...long, other]));
    expect(await store.check()).toEqual([]);
  });

  check('an instance that was never read has no history', async () => {
    await using store = await open();
    const slot = { instance: main, itemKey: 'tmdb:1', episode: null, title: 'Alien', year: 1979 };
    expect(await store.timeline(slot, judges)).toEqual({ changes: [], events: [] });
  });

  check('events of several instances come page by page in the order of time, each once', async () => {
    await using store = await open();
    await saveMoment(store, { files: [aMovie(1, 'Alien')] });
    await saveMoment(store, { instance: series, files: [anEpisode(1, 0)] });
    // More than a page of each; three at a time share a moment, also where a page ends.
    const eventsOf = (instance: typeof main | typeof series, offsetMs: number) =>
      Array.from({ length: 1_100 }, (_, index) => ({
        eventId: 2_000 - index,
        event: anEvent({
          slot: aSlot({ instance }),
          at: new Date(day(1).getTime() + Math.floor(index / 3) * 10 + offsetMs),
          sourceTitle: `${instance.service} ${index}`,
        }),
      }));
    const [movies, episodes] = [eventsOf(main, 0), eventsOf(series, 5)];
    await store.saveEvents({ instance: main, events: movies, nextPage: null });
    await store.saveEvents({ instance: series, events: episodes, nextPage: null });
    const told = await Array.fromAsync(store.events({ instances: null, since: null }));
    const times = told.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(told.map(({ sourceTitle }) => sourceTitle).toSorted()).toEqual(
      [...movies, ...episodes].map(({ event }) => event.sourceTitle).toSorted(),
    );
    const late = { instances: [series], since: new Date(day(1).getTime() + 3_600) };
    const latest = await Array.fromAsync(store.events(late));
    expect(latest).toHaveLength(20);
    expect(latest.every(({ slot, at }) => slot.instance.service === 'sonarr' && at >= late.since)).toBe(true);
  });

  check('scores of a moment are those of the slots that were filled then', async () => {
    await using store = await open();
    await saveMoment(store, { at: day(2), instance: series, files: [anEpisode(2, 20), anEpisode(1, 10)] });
    await saveMoment(store, { at: day(4), instance: series, files: [anEpisode(2, 25), anEpisode(3, 30)] });
    const scoresAt = async (at: Date): Promise<readonly (readonly unknown[])[]> =>
      (await Array.fromAsync(store.scoresAt({ instances: null, at })))
        .flat()
        .map(({ slot, score }) => [slot.episode?.number, score]);
    expect(await scoresAt(day(1))).toEqual([]);
    const then = [
      [1, 10],
      [2, 20],
    ];
    expect(await scoresAt(day(2))).toEqual(then);
    expect(await scoresAt(day(3))).toEqual(then);
    expect(await scoresAt(day(4))).toEqual([
      [2, 25],
      [3, 30],
    ]);
  });

  check('a score that changes without a reason is counted, and told as unexplained', async () => {
    await using store = await open();
    const formats = [{ id: 3, name: 'Remux', includedWhenRenaming: false, specifications: [] }];
    await saveMoment(store, { at: day(1), files: [aMovie(1, 'Alien')], formats });
    const files = [aMovie(1, 'Alien', { score: 50 })];
    const saved = await saveMoment(store, { at: day(2), files, formats });
    expect(saved).toMatchObject({ unexplained: 1, changes: { rescored: 1 } });
    const asked = { instances: null, since: null, kinds: null, withRescored: true, ...judges };
    const [change] = await Array.fromAsync(store.changes({ ...asked, causes: ['unexplained'] }));
    expect(change).toMatchObject({ kind: 'rescored', causes: [{ kind: 'unexplained', points: 50 }] });
  });
});
