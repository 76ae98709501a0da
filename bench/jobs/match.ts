/** Matches all formats of the public guide with 20,000 names. */
import { z } from 'zod';
import { listedFiles } from '../scoring/listed-files.ts';
import { matchBare } from '../scoring/match-bare.ts';
import { guideFormats, manyInputs, matchAllInputs } from '../scoring/measure-scoring.ts';
import { measuredJob } from '../shared/job.ts';

const Given = z.object({
  guide: z.string(),
  path: z.string(),
  elements: z.number(),
  letters: z.enum(['ascii', 'other']),
  by: z.enum(['engine', 'bare']),
});

await measuredJob((given) => {
  const { guide, path, elements, letters, by } = Given.parse(given);
  const inputs = manyInputs(listedFiles(path, letters), elements);
  const match = by === 'engine' ? matchAllInputs : matchBare;
  return Promise.resolve({ ms: match(guideFormats(guide), inputs), idleBytes: null });
});
