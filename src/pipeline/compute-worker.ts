import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { CustomFormat } from '../model/custom-format.ts';
import { services } from '../model/service.ts';
import type { FormatInput } from '../scoring/matching/format-input.ts';
import { createFormatMatcher } from '../scoring/matching/format-matcher.ts';
import { matchAll } from '../scoring/matching/match-all.ts';
import { patternGuard } from './pattern-guard.ts';

// A thread of startComputing: makes the formats ready once, then answers batch after batch until it is told null.

/** We send it ourselves: the type is told, not checked. */
const Start = z.object({ formats: z.custom<readonly CustomFormat[]>(), service: z.enum(services) });
const Batch = z.custom<readonly (readonly [fileId: number, FormatInput])[] | null>();

const { formats, service } = Start.parse(workerData);
const matcher = createFormatMatcher(formats, service);
const guard = patternGuard();

parentPort?.on('message', (message: unknown) => {
  const batch = Batch.parse(message);
  if (batch === null) {
    parentPort?.close();
    return;
  }
  const matches = matchAll(
    matcher,
    batch.map(([, input]) => input),
    guard,
  );
  parentPort?.postMessage(batch.map(([fileId], at) => [fileId, matches[at]]));
});
