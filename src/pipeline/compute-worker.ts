import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { CustomFormat } from '../model/custom-format.ts';
import { services } from '../model/service.ts';
import type { FormatInput } from '../scoring/matching/format-input.ts';
import { createFormatMatcher } from '../scoring/matching/format-matcher.ts';
import { matchAll } from '../scoring/matching/match-all.ts';
import { patternGuard } from './pattern-guard.ts';

// A thread of computeMatches: makes the formats ready once, then answers batch after batch.

/** We send it ourselves: the type is told, not checked. */
const Start = z.object({ formats: z.custom<readonly CustomFormat[]>(), service: z.enum(services) });
const Batch = z.object({ at: z.number(), inputs: z.custom<readonly FormatInput[]>() });

const { formats, service } = Start.parse(workerData);
const matcher = createFormatMatcher(formats, service);
const guard = patternGuard();

parentPort?.on('message', (message: unknown) => {
  const { at, inputs } = Batch.parse(message);
  parentPort?.postMessage({ at, matches: matchAll(matcher, inputs, guard) });
});
