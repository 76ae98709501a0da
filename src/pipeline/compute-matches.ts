import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { chunks } from '../lib/chunks.ts';
import type { Rules } from '../model/rules.ts';
import type { FormatInput } from '../scoring/matching/format-input.ts';
import type { FormatMatches } from '../scoring/matching/format-matcher.ts';

/** Threads that compute; more gain nothing where the server needs the machine too. */
const threads = 2;

/** Inputs that travel together. */
const batchSize = 250;

/** From the sources as well as from the built package. */
const entry = new URL(import.meta.url.replace(/compute-matches(?=\.\w+$)/, 'compute-worker'));

const Answer = z.object({ at: z.number(), matches: z.custom<readonly FormatMatches[]>() });
const Messages = z.tuple([Answer]);

/** The formats of every input, in their order, computed on two threads. @throws what a thread throws */
export async function computeMatches(
  inputs: readonly FormatInput[],
  { formats, service }: Pick<Rules, 'formats' | 'service'>,
): Promise<readonly FormatMatches[]> {
  const batches = [...chunks(inputs, batchSize)].map((some, at) => ({ at, inputs: some }));
  const answers = new Map<number, readonly FormatMatches[]>();
  const work = async (): Promise<void> => {
    const worker = new Worker(entry, { workerData: { formats, service } });
    try {
      for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
        worker.postMessage(batch);
        const [{ at, matches }] = Messages.parse(await once(worker, 'message'));
        answers.set(at, matches);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  return [...answers].toSorted(([a], [b]) => a - b).flatMap(([, matches]) => matches);
}
