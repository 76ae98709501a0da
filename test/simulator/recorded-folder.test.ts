import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readRecordedSet, readStory } from '../../src/simulator/fixtures.ts';
import { type RecordedAnswer, readRecordedFolder } from '../../src/simulator/recorded-answer.ts';
import { aFolder } from '../support/folder.ts';
import { aSimulator, ask } from '../support/simulated.ts';

/** Lays answers out as a recorder does: an index, and bodies beside it, every other one compressed. */
async function lay(answers: readonly RecordedAnswer[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const index = answers.map(({ body, ...line }, at) => {
    const name = body.length === 0 ? null : `${at}${at % 2 === 0 ? '.json' : '.json.gz'}`;
    return { ...line, body: name, bytes: body.length, ms: 1 };
  });
  const unanswered = { method: 'GET', path: '/api/v3/tag', headers: {}, status: null, body: null };
  await writeFile(join(folder, 'index.json'), JSON.stringify([...index, unanswered]));
  for (const [at, { body }] of index.entries()) {
    const bytes = Buffer.from(answers[at]?.body ?? '');
    if (body !== null) await writeFile(join(folder, body), body.endsWith('.gz') ? gzipSync(bytes) : bytes);
  }
}

test('a folder of recordings is read as it was laid down; what was never answered is left out', async () => {
  const answers = [
    ...(await readRecordedSet('radarr', 'own-small')),
    ...(await readRecordedSet('radarr', 'own-errors')),
  ];
  await using folder = await aFolder({});
  await lay(answers, folder.path);
  const read = await readRecordedFolder(folder.path);
  expect(read).toHaveLength(answers.length);
  expect(read.map(({ body }) => Buffer.from(body).toString('base64'))).toEqual(
    answers.map(({ body }) => Buffer.from(body).toString('base64')),
  );
  const aside = (answer: RecordedAnswer): RecordedAnswer => ({ ...answer, body: '' });
  expect(read.map(aside)).toEqual(answers.map(aside));
});

test('a folder can be served like a set that is shipped', async () => {
  await using folder = await aFolder({});
  await lay(await readRecordedSet('sonarr', 'own-small'), folder.path);
  await using fromFolder = await aSimulator('sonarr', { library: { kind: 'folder', path: folder.path } });
  await using shipped = await aSimulator('sonarr');
  const path = '/api/v3/series';
  expect((await ask(fromFolder.instance, path)).text).toBe((await ask(shipped.instance, path)).text);
});

test('a story in a folder has a folder a step, in their order', async () => {
  const story = (await readStory('radarr', null)).slice(0, 3);
  await using folder = await aFolder({ 'edits.json': '[]' });
  for (const [at, step] of story.entries()) await lay(step, join(folder.path, `step0${at}`));
  const read = await readStory('radarr', folder.path);
  const bodies = (steps: typeof read): unknown => steps.map((step) => step.map(({ body }) => body));
  expect(read).toHaveLength(3);
  expect(bodies(read)).toEqual(bodies(story));
});
