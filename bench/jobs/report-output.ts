/** Writes one output of a report about a library that is in memory, as the command does. */
import { z } from 'zod';
import { makeRoomForLibrary } from '../../src/pipeline/lean-memory.ts';
import { makeReport } from '../../src/pipeline/make-report.ts';
import { writeReport } from '../../src/pipeline/write-report.ts';
import { madeLibrary } from '../analysis/made-library.ts';
import { measuredJob, peak } from '../shared/job.ts';

const Given = z.object({
  format: z.string(),
  /** Whether the answers of all analyses are in it. */
  isAnalysed: z.boolean(),
  folder: z.string(),
  size: z.object({ files: z.number(), formats: z.number(), changes: z.number(), events: z.number() }),
});

const weekMs = 7 * 86_400_000;

await measuredJob(async (given) => {
  makeRoomForLibrary();
  const { format, isAnalysed, folder, size } = Given.parse(given);
  const library = madeLibrary(size);
  const now = library.takenAt ?? new Date(0);
  const idleBytes = peak();
  const begun = performance.now();
  const since = new Date(now.getTime() - weekMs);
  const report = makeReport(library, { names: isAnalysed ? null : [], now, since, isNarrowed: false });
  const { signal } = new AbortController();
  await writeReport({ report, formats: [format], folder, name: 'report', signal });
  return { ms: performance.now() - begun, idleBytes };
});
