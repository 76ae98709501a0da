import { setImmediate as nextTurn } from 'node:timers/promises';
import type { MediaFile } from '../model/media-file.ts';
import type { InstanceResult, OutputContext } from '../outputs/output.ts';
import type { Target } from './targets.ts';

/** What goes into every output. */
export interface Content {
  readonly context: OutputContext;
  readonly batches: Iterable<readonly MediaFile[]>;
  readonly results: readonly InstanceResult[];
}

/**
 * Writes all outputs in one pass over the files, and commits them when all are complete.
 *
 * @returns how many files each of them holds
 * @throws the signal's reason when interrupted
 */
export async function writeOutputs(
  targets: readonly Target[],
  { context, batches, results }: Content,
  signal: AbortSignal,
): Promise<number> {
  const writers = targets.map(({ output, destination }) => ({ writer: output.start(context), destination }));
  let files = 0;
  for (const { writer, destination } of writers) await destination.write(writer.head());
  for (const batch of batches) {
    files += batch.length;
    const wanted = batch.length === 0 ? [] : writers;
    for (const { writer, destination } of wanted) await destination.write(writer.files(batch));
    // Lets signals in: everything else in this loop can go on without a pause.
    await nextTurn();
    signal.throwIfAborted();
  }
  for (const { writer, destination } of writers) {
    await destination.write(writer.tail(results));
    await destination.complete();
  }
  for (const { destination } of writers) await destination.commit();
  return files;
}
