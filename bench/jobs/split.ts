/** Takes a long list apart, some of its bytes at a time, as they come from a server. */
import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { createElementSplitter } from '../../src/arr/element-splitter.ts';
import { splitterLimits } from '../../src/arr/parse-answer.ts';
import { job } from '../shared/job.ts';

await job(async (given) => {
  const { path, elements } = z.object({ path: z.string(), elements: z.number() }).parse(given);
  let taken = 0;
  const splitter = createElementSplitter((some) => {
    taken += some.length;
  }, splitterLimits);
  const pieces: AsyncIterable<Uint8Array> = createReadStream(path, { highWaterMark: 262_144 });
  for await (const piece of pieces) splitter.push(piece);
  splitter.end();
  if (taken !== elements) throw new Error(`${taken} elements of ${elements}`);
});
