import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Fault } from '../../src/simulator/faults/fault.ts';
import { startSimulator } from '../../src/simulator/start-simulator.ts';
import { aFolder } from '../support/folder.ts';
import { type ProgramEnd, startProgram } from '../support/program.ts';
import { yamlFor } from '../support/run.ts';

/** Much less than Node takes by itself: what is held as a whole ends the process. */
const node = ['--max-old-space-size=300'];

const Told = z.object({
  instances: z.array(z.object({ ok: z.boolean(), failure: z.object({ message: z.string() }).optional() })),
});

/** One export by a process with little memory: how it ended, and what is told of the instance. */
async function play(fault: Fault): Promise<ProgramEnd & { readonly told: z.infer<typeof Told> }> {
  await using simulator = await startSimulator({ radarr: { faults: [fault] } });
  await using folder = await aFolder({ 'arr-score.yaml': yamlFor(simulator.instances) });
  const out = join(folder.path, 'out');
  const argv = ['export', '--config', join(folder.path, 'arr-score.yaml'), '--out', out];
  const end = await startProgram(argv, { node }).ended;
  // A process that ran out of memory says so, and tells nothing of its run.
  expect(end.err).not.toContain('FATAL ERROR');
  const name = readdirSync(out).find((file) => file.endsWith('.run.json')) ?? 'nothing';
  return { ...end, told: Told.parse(JSON.parse(readFileSync(join(out, name), 'utf8'))) };
}

const forGood = { count: null } as const;

test('a list of 1 GB is streamed', { timeout: 400_000 }, async () => {
  const { code, told } = await play({
    kind: 'huge',
    shape: 'array',
    bytes: 2 ** 30,
    on: { path: '/movie[?]', ...forGood },
  });
  expect([code, told.instances[0]?.ok]).toEqual([0, true]);
});

test('files of 1 GB in one answer are refused', { timeout: 400_000 }, async () => {
  const { code, err } = await play({
    kind: 'huge',
    shape: 'array',
    bytes: 2 ** 30,
    on: { path: 'moviefile[?]', ...forGood },
  });
  expect([code, err]).toEqual([
    3,
    expect.stringMatching(/it has over [\d,]+ rows, far more than there can be/),
  ]);
});

test('a text of 100 MB is refused', { timeout: 400_000 }, async () => {
  const { code, told } = await play({
    kind: 'huge',
    shape: 'string',
    bytes: 100_000_000,
    on: { path: '/movie[?]', ...forGood },
  });
  expect([code, told.instances[0]?.failure?.message]).toEqual([
    3,
    expect.stringContaining('[0] is over 67108864 bytes long'),
  ]);
});

test('1,000,000 tags are read', { timeout: 400_000 }, async () => {
  const { code, told } = await play({
    kind: 'huge',
    shape: 'tags',
    bytes: 37_000_000,
    on: { path: '/tag$', ...forGood },
  });
  expect([code, told.instances[0]?.ok]).toEqual([0, true]);
});
