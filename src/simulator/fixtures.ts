import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Service } from '../model/service.ts';
import { type Story, unpackStory } from './packed-story.ts';
import { type RecordedAnswer, readRecordedFolder, unpackAnswer } from './recorded-answer.ts';

const fixtures = new URL('../../fixtures/', import.meta.url);

/** The answers of `fixtures/<service>/<set>.ndjson.gz`, in the order in which they were recorded. */
export async function readRecordedSet(service: Service, set: string): Promise<readonly RecordedAnswer[]> {
  return (await readPacked(service, set)).trimEnd().split('\n').map(unpackAnswer);
}

/** The story that is shipped, or the one in a folder of recordings (with a folder `stepNN` a step). */
export async function readStory(service: Service, folder: string | null): Promise<Story> {
  if (folder === null) return unpackStory(await readPacked(service, 'story'));
  const steps = (await readdir(folder)).filter((name) => /^step\d+$/.test(name)).sort();
  return Promise.all(steps.map((step) => readRecordedFolder(join(folder, step))));
}

async function readPacked(service: Service, set: string): Promise<string> {
  const packed = await readFile(new URL(`${service}/${set}.ndjson.gz`, fixtures));
  return gunzipSync(packed).toString('utf8');
}
