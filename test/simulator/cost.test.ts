import { expect, test } from 'vitest';
import type { Work } from '../../src/simulator/answer.ts';
import { createToil, workMs } from '../../src/simulator/cost.ts';
import { createLibrary } from '../../src/simulator/library.ts';
import { openContent } from '../../src/simulator/open-library.ts';

const files = (count: number): Work => ({ kind: 'files', count });
const never = new AbortController().signal;

test('work costs what it costs on a real server', () => {
  expect(workMs('radarr', { kind: 'items', count: 20_000 })).toBeCloseTo(3_400);
  expect(workMs('radarr', files(100))).toBeCloseTo(110);
  expect(workMs('sonarr', files(20))).toBeCloseTo(18);
  expect(workMs('sonarr', { kind: 'rows', count: 250 })).toBeCloseTo(300);
});

test("small chunks cost Radarr twice as much a file, and Sonarr's series no more", () => {
  expect(workMs('radarr', files(49))).toBeCloseTo(49 * 2.2);
  expect(workMs('radarr', files(50))).toBeCloseTo(50 * 1.1);
  expect(workMs('sonarr', files(10))).toBeCloseTo(9);
});

/** The order in which answers of these sizes are ready when all are asked for at once. */
async function order(service: 'radarr' | 'sonarr', counts: readonly number[]): Promise<readonly number[]> {
  const toil = createToil(service, 'real', 0);
  const ready: number[] = [];
  await Promise.all(counts.map((count) => toil(files(count), never).then(() => ready.push(count))));
  return ready;
}

test('Radarr computes formats one call after the other', async () => {
  expect(await order('radarr', [40, 2, 1])).toEqual([40, 2, 1]);
});

test('Sonarr computes formats of two calls at once', async () => {
  expect(await order('sonarr', [80, 10, 20])).toEqual([10, 20, 80]);
});

test('the list of items does not wait for formats', async () => {
  const toil = createToil('radarr', 'real', 0);
  const ready: string[] = [];
  await Promise.all([
    toil(files(50), never).then(() => ready.push('files')),
    toil({ kind: 'items', count: 1 }, never).then(() => ready.push('items')),
  ]);
  expect(ready).toEqual(['items', 'files']);
});

test('without costs only the latency is left, and an end cuts it short', async () => {
  const toil = createToil('radarr', 'none', 60_000);
  const stopping = new AbortController();
  const answered = toil(files(1_000_000), stopping.signal).then(() => 'answered');
  stopping.abort();
  expect(await answered).toBe('answered');
  await createToil('radarr', 'none', 0)(files(1_000_000), never);
});

test('answers say what work they are', async () => {
  const radarr = createLibrary(await openContent('radarr', { kind: 'recorded', set: 'own-small' }));
  const sonarr = createLibrary(await openContent('sonarr', { kind: 'recorded', set: 'own-small' }));
  const work = (library: typeof radarr, target: string) => {
    const { pathname, searchParams } = new URL(target, 'http://simulated');
    return library.answer(pathname, searchParams)?.work;
  };
  expect(work(radarr, '/api/v3/movie')).toEqual({ kind: 'items', count: 120 });
  expect(work(radarr, '/api/v3/moviefile?movieId=1&movieId=2&movieId=11')).toEqual({
    kind: 'files',
    count: 4,
  });
  expect(work(sonarr, '/api/v3/episodefile?seriesId=9')).toEqual({ kind: 'files', count: 0 });
  expect(work(sonarr, '/api/v3/episode?seriesId=1')).toBeNull();
  expect(work(sonarr, '/api/v3/history?pageSize=7')).toEqual({ kind: 'rows', count: 7 });
});
