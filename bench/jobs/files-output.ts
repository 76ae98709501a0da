/** Writes files as text, by our output or by a bare loop over the same rows, which is given them ready-made. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { chunks } from '../../src/lib/chunks.ts';
import type { LibraryFile } from '../../src/model/library.ts';
import { csv, ndjson } from '../../src/outputs/index.ts';
import { fileColumns } from '../../src/outputs/shared/file-columns.ts';
import { fileRecord } from '../../src/outputs/shared/file-record.ts';
import { madeLibrary } from '../analysis/made-library.ts';
import { measuredJob } from '../shared/job.ts';

const Given = z.object({ format: z.enum(['csv', 'ndjson']), isBare: z.boolean(), path: z.string() });
const batch = 500;

/** Text of some files; rows that a bare loop needs are made before its time runs. */
type Write = (files: readonly LibraryFile[]) => { readonly text: string; readonly ms: number };

await measuredJob(async (given) => {
  const { format, isBare, path } = Given.parse(given);
  const { files } = madeLibrary({ files: 100_000, formats: 8, changes: 0, events: 0 });
  const bare = format === 'csv' ? bareCsv : bareNdjson;
  const write = isBare ? bare : ours(format);
  const out = createWriteStream(path);
  let total = 0;
  for (const some of chunks(files, batch)) {
    const { text, ms } = write(some);
    total += ms;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
  return { ms: total, idleBytes: null };
});

function timed(make: () => string): ReturnType<Write> {
  const begun = performance.now();
  const text = make();
  return { text, ms: performance.now() - begun };
}

function ours(format: 'csv' | 'ndjson'): Write {
  const writer = (format === 'csv' ? csv : ndjson).start({
    generatedAt: new Date(0),
    formatNames: [],
    options: { bom: false, separator: ',', wide: false, rawCells: false },
  });
  return (files) => timed(() => writer.files(files));
}

function bareCsv(files: readonly LibraryFile[]): ReturnType<Write> {
  const rows = files.map((file) => fileColumns.map(({ of }) => of(file)));
  const cast = { date: (date: Date): string => date.toISOString() };
  return timed(() => stringify(rows, { escape_formulas: true, record_delimiter: '\r\n', cast }));
}

function bareNdjson(files: readonly LibraryFile[]): ReturnType<Write> {
  const records = files.map(fileRecord);
  return timed(() => records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}
