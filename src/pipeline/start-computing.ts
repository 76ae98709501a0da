import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Rules } from '../model/rules.ts';
import type { FormatInput } from '../scoring/matching/format-input.ts';
import type { FormatMatches } from '../scoring/matching/format-matcher.ts';

/** Formats that other threads compute while further files are still coming in. */
export interface Computing extends AsyncDisposable {
  /** One file more; what is added last under an id counts. */
  readonly add: (fileId: number, input: FormatInput) => void;
  /** The formats of all files, by file id; nothing can be added any more. @throws what a thread throws */
  readonly finish: () => Promise<ReadonlyMap<number, FormatMatches>>;
}

/** Threads that compute; more gain nothing where the server needs the machine too. */
const threadCount = 2;

/** Files that travel together. */
const batchSize = 250;

/** From the sources as well as from the built package. */
const entry = new URL(import.meta.url.replace(/start-computing(?=\.\w+$)/, 'compute-worker'));

const Answers = z.custom<readonly (readonly [fileId: number, FormatMatches])[]>();

/** Two threads that make the formats ready at once, and then take batch after batch. */
export function startComputing({ formats, service }: Pick<Rules, 'formats' | 'service'>): Computing {
  const found = new Map<number, FormatMatches>();
  const threads = Array.from({ length: threadCount }, () => startThread({ formats, service }, found));
  const ended = Promise.allSettled(threads.map((thread) => thread.ended));
  return {
    // A file always goes to the same thread: its last answer comes last.
    add: (fileId, input) => threads[fileId % threadCount]?.add([fileId, input]),
    finish: async () => {
      for (const thread of threads) thread.close();
      for (const end of await ended) if (end.status === 'rejected') throw end.reason;
      return found;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(threads.map((thread) => thread.stop()));
    },
  };
}

interface Thread {
  readonly add: (file: readonly [fileId: number, FormatInput]) => void;
  /** What was added is still answered. */
  readonly close: () => void;
  readonly stop: () => Promise<unknown>;
  /** @throws what the thread throws */
  readonly ended: Promise<unknown>;
}

function startThread(workerData: object, found: Map<number, FormatMatches>): Thread {
  const worker = new Worker(entry, { workerData });
  worker.on('message', (message) => {
    for (const [fileId, matches] of Answers.parse(message)) found.set(fileId, matches);
  });
  let batch: (readonly [number, FormatInput])[] = [];
  const send = (): void => {
    worker.postMessage(batch);
    batch = [];
  };
  return {
    add: (file) => {
      if (batch.push(file) === batchSize) send();
    },
    close: () => {
      send();
      worker.postMessage(null);
    },
    stop: () => worker.terminate(),
    ended: once(worker, 'exit'),
  };
}
