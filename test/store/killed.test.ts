import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { seededRandom } from '../../src/lib/seeded-random.ts';
import { openStore } from '../../src/store/open.ts';
import { judges } from '../support/a-snapshot.ts';
import { aFolder } from '../support/folder.ts';

/** Collects again and again, each time another library, and tells each snapshot that is stored. */
const script = (path: string, start: number): string => `
  import { openStore } from './src/store/open.ts';
  import { aFile, anItem } from './test/support/builders.ts';
  import { saveMoment } from './test/support/a-snapshot.ts';
  const store = await openStore(${JSON.stringify(path)}, { use: 'collect' });
  for (let turn = ${start}; ; turn += 1) {
    const files = Array.from({ length: 200 }, (_, at) => {
      const item = anItem({ id: at + 1, tmdbId: at + 1 });
      return aFile({ fileId: at + 1 + turn * 1000, item, sizeBytes: turn });
    });
    const saved = await saveMoment(store, { at: new Date(Date.UTC(2026, 0, 1) + turn * 60_000), files });
    process.stdout.write(turn + '\\n');
  }
`;

const kills = 12;
const collects = 200;

test('killed at random points of 200 collects, the last whole snapshot is always there', {
  timeout: 120_000,
}, async () => {
  await using folder = await aFolder({});
  const path = join(folder.path, 'arr-score.db');
  const random = seededRandom('killed');
  let told = 0;
  for (let kill = 0; kill < kills || told < collects; kill += 1) {
    const stored = await collectUntilKilled(path, told + 1, Math.ceil(random() * 35));
    await using store = await openStore(path, { use: 'collect' });
    expect(await store.check()).toEqual([]);
    const { files } = await store.loadLibrary({
      instances: null,
      since: null,
      withRescored: false,
      ...judges,
    });
    const turns = new Set(files.map(({ sizeBytes }) => sizeBytes));
    const [turn = 0] = turns;
    expect({ files: files.length, turns: turns.size }).toEqual({ files: 200, turns: 1 });
    expect(turn).toBeGreaterThanOrEqual(stored);
    told = turn;
  }
});

/** Gives the last snapshot that was told before the kill, which comes a moment after so many. */
async function collectUntilKilled(path: string, start: number, snapshots: number): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script(path, start)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const ended = once(child, 'exit');
  while (text.split('\n').length <= snapshots) await delay(3);
  await delay(snapshots % 7);
  child.kill('SIGKILL');
  await ended;
  return Number(text.trimEnd().split('\n').at(-1));
}
