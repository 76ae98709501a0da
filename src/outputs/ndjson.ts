import type { FilesOutput } from './output.ts';
import { fileRecord } from './shared/file-record.ts';

/** One JSON object a file and line. */
export const ndjson: FilesOutput = {
  kind: 'files',
  extension: 'ndjson',
  start: () => ({
    head: () => '',
    files: (batch) => batch.map((file) => `${JSON.stringify(fileRecord(file))}\n`).join(''),
    tail: () => '',
  }),
};
