import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startSimulator } from '../../src/simulator/start-simulator.ts';
import { aFolder } from '../support/folder.ts';
import { type Ran, run, yamlFor } from '../support/run.ts';

/** A movie that was replaced, and one whose file was renamed. */
const replaced = 'Last Echo Rising (1969)';

/** Where nobody listens. */
const deadServer = 'radarr.main.base_url=http://127.0.0.1:9';

const Card = z.object({
  files: z.array(
    z.object({
      profile: z.string(),
      score: z.number(),
      bestSeen: z.number().nullable(),
      timeline: z.array(z.object({ kind: z.string() })).nullable(),
    }),
  ),
});

let servers: Awaited<ReturnType<typeof startSimulator>>;
let folder: Awaited<ReturnType<typeof aFolder>>;

async function arr(...argv: readonly string[]): Promise<Ran> {
  return run([...argv, '--config', join(folder.path, 'arr-score.yaml')]);
}

async function cardOf(title: string): Promise<z.infer<typeof Card>['files'][number] | undefined> {
  const { out } = await arr('explain', title, 'main', '--format', 'json');
  return Card.parse(JSON.parse(out)).files[0];
}

/** The configuration with another store. */
function useStore(name: string): void {
  const path = join(folder.path, 'arr-score.yaml');
  writeFileSync(path, `${yamlFor(servers.instances)}store: ${name}\n`, { mode: 0o600 });
}

beforeAll(async () => {
  servers = await startSimulator({ radarr: { library: { kind: 'story' } }, sonarr: { name: 'tv' } });
  folder = await aFolder({ 'damaged.db': 'x'.repeat(5_000) });
  useStore('history.db');
  await arr('collect', 'main');
  for (const moment of [5, 10]) {
    servers.story.goTo(moment);
    await arr('collect', 'main');
  }
}, 60_000);

afterAll(async () => {
  await servers[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

test('a card tells what happened to the file, in 80 columns', async () => {
  const { code, out, err } = await arr('explain', replaced, 'main');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const timeline = out.slice(out.indexOf('timeline\n'));
  expect(timeline).toMatch(/^ {2}\d{4}-\d\d-\d\d {4,}142 {9,}imported, as grabbed: Last\.Echo\.Rising/m);
  expect(timeline).toMatch(/^ {2}\d{4}-\d\d-\d\d {2} +142 {2}− +346 {2}replaced: upgrade in quality/m);
  expect(timeline).toMatch(/deleted \(for an upgrade\): Last Echo Rising/);
  expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
});

test('markdown and JSON tell the same', async () => {
  const { out } = await arr('explain', replaced, 'main', '--format', 'markdown');
  expect(out).toContain('\nTimeline\n\n| day | score | change | what |');
  expect(out).toMatch(/\| 142 \| − 346 \| replaced: upgrade/);
  expect(out).toMatch(/· best seen \d+ · bound/);
  const card = await cardOf(replaced);
  expect(card?.timeline?.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['event', 'replaced']));
});

test('best seen is that of the analysis of ceilings', async () => {
  const card = await cardOf(replaced);
  const { out } = await arr('analyze', 'ceiling/ceilings', '--format', 'csv', '--instance', 'main');
  const [head = '', ...rows] = out.trimEnd().split(/\r?\n/);
  const at = head.split(',').indexOf('best_seen');
  const row = rows.find((line) => line.split(',').includes(card?.profile ?? ''));
  expect(card?.bestSeen).toBeGreaterThan(card?.score ?? 0);
  expect(row?.split(',')[at]).toBe(String(card?.bestSeen));
});

test('rules that were edited since then count as they are now', async () => {
  const then = await cardOf('Golden Umbra (1991)');
  servers.story.goTo(0);
  const now = await cardOf('Golden Umbra (1991)');
  servers.story.goTo(10);
  expect(now?.bestSeen).not.toBe(then?.bestSeen);
  expect(now?.bestSeen).toBeGreaterThanOrEqual(now?.score ?? Number.POSITIVE_INFINITY);
});

test('an instance that was never collected has no timeline', async () => {
  const { code, out, err } = await arr('explain', 'Last Echo 2049 S01E02', 'tv', '--format', 'json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(Card.parse(JSON.parse(out)).files).toMatchObject([{ bestSeen: null, timeline: null }]);
});

test.each([
  ['that is not there', 'absent.db', ''],
  ['that is damaged', 'damaged.db', 'is no database'],
])('a store %s leaves the card as it is, and is no failure', async (_name, store, told) => {
  useStore(store);
  const { code, out, err } = await arr('explain', replaced, 'main');
  useStore('history.db');
  expect(code).toBe(0);
  expect(out).toMatch(/^score +142 of/m);
  expect(out).not.toContain('timeline');
  expect(out).not.toContain('best seen');
  if (told === '') expect(err).toBe('');
  else expect(err).toMatch(new RegExp(`^no timeline: .*${told}.*\n$`));
});

test('what was collected is explained without a server, and says how old it is', async () => {
  const live = await arr('explain', replaced, 'main');
  const { code, out, err } = await arr('explain', replaced, 'main', '--from-store', '--set', deadServer);
  expect(code).toBe(0);
  expect(out).toBe(live.out);
  expect(err).toMatch(/^main: as collected on \d{4}-\d\d-\d\d \d\d:\d\d/);
});

test('what was never collected, and what only a server can take apart, is said', async () => {
  const other = await arr('explain', replaced, 'tv', '--from-store');
  expect(other.code).toBe(1);
  expect(other.err).toContain('sonarr/tv is not in the store\n→ Collect it first: arr-score collect.');
  const release = await arr('explain', 'Golden.Umbra.1991.1080p.BluRay-GROUP', 'main', '--from-store');
  expect(release.code).toBe(2);
  expect(release.err).toContain('for one, leave --from-store away');
});
