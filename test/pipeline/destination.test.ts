import { getEventListeners } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFileDestination, refuse, streamDestination } from '../../src/pipeline/destination.ts';
import { aFolder } from '../support/folder.ts';

const never = new AbortController().signal;

/** A pipe whose reader is slow: it is full until `drain` is called. */
function aSlowPipe(): {
  readonly sink: Parameters<typeof streamDestination>[0];
  readonly drain: () => unknown;
  readonly text: () => string;
} {
  const parts: (string | Uint8Array)[] = [];
  const waiting: (() => void)[] = [];
  const sink = {
    write: (part: string | Uint8Array) => parts.push(part) < 0,
    once: (_event: 'drain', listener: () => void) => waiting.push(listener),
  };
  return { sink, drain: () => waiting.splice(0).map((go) => go()), text: () => parts.join('') };
}

test('a slow reader is waited for', async () => {
  const pipe = aSlowPipe();
  const destination = streamDestination(pipe.sink, never);
  let isDone = false;
  const writing = destination.write('é').then(() => {
    isDone = true;
  });
  await Promise.resolve();
  expect(isDone).toBe(false);
  pipe.drain();
  await writing;
  expect([pipe.text(), destination.bytes()]).toEqual(['é', 2]);
});

test('a reader that went away is not waited for', async () => {
  const interruption = new AbortController();
  const writing = streamDestination(aSlowPipe().sink, interruption.signal).write('text');
  interruption.abort(0);
  await expect(writing).rejects.toBe(0);
});

test('a reader that was waited for leaves nothing behind that listens for an interruption', async () => {
  const { signal } = new AbortController();
  const pipe = aSlowPipe();
  const destination = streamDestination(pipe.sink, signal);
  const writing = destination.write('text');
  expect(getEventListeners(signal, 'abort')).toHaveLength(1);
  pipe.drain();
  await writing;
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('what was written to a stream stays written', async () => {
  const pipe = aSlowPipe();
  const destination = streamDestination(pipe.sink, never);
  await destination.complete();
  await destination.commit();
  await destination.abandon();
  await destination.write('');
  expect(pipe.text()).toBe('');
});

test('a file is not there before it is whole, and leaves nothing when it is given up', async () => {
  await using folder = await aFolder({});
  const path = join(folder.path, 'out.csv');
  const destination = await openFileDestination(path);
  await destination.write('a'.repeat(300_000));
  expect(existsSync(path)).toBe(false);
  await destination.write('b');
  await destination.complete();
  expect(existsSync(path)).toBe(false);
  await destination.commit();
  expect(readFileSync(path, 'utf8')).toHaveLength(300_001);
  expect(destination.bytes()).toBe(300_001);
  const second = await openFileDestination(path);
  await second.write('half');
  await second.abandon();
  expect(readdirSync(folder.path)).toEqual(['out.csv']);
  expect(readFileSync(path, 'utf8')).toHaveLength(300_001);
});

test('a folder where the file belongs is said to be one', async () => {
  await using folder = await aFolder({});
  const path = join(folder.path, 'out.csv');
  await mkdir(path);
  const destination = await openFileDestination(path);
  await destination.complete();
  await expect(destination.commit()).rejects.toMatchObject({
    code: 'output',
    message: `${path} cannot be written: there is a folder of this name`,
  });
  await destination.abandon();
  expect(readdirSync(folder.path)).toEqual(['out.csv']);
});

test('a folder that does not exist is said, too', async () => {
  await using folder = await aFolder({});
  const opening = openFileDestination(join(folder.path, 'none', 'out.csv'));
  await expect(opening).rejects.toThrow('its folder does not exist');
});

test.each([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'your share of the disk is full'],
  ['EROFS', 'the disk is read-only'],
  ['EIO', 'the system says EIO'],
])('%s is told in words', (code, words) => {
  const refused = (): never => refuse('out.csv', Object.assign(new Error('failed'), { code }));
  expect(refused).toThrow(`out.csv cannot be written: ${words}`);
});

test('a fault without a code is told, too', () => {
  expect((): never => refuse('out.csv', 'odd')).toThrow('out.csv cannot be written: the system says nothing');
});

test.skipIf(!existsSync('/dev/full'))(
  'a full disk is said while writing (skipped without /dev/full)',
  async () => {
    const { open } = await import('node:fs/promises');
    const full = await open('/dev/full', 'w');
    const writing = full.writeFile('x').catch((cause: unknown) => refuse('out.csv', cause));
    await expect(writing).rejects.toThrow('the disk is full');
    await full.close();
  },
);
