import type { Output } from './output.ts';
import { fileRecord } from './shared/file-record.ts';

/** One JSON object a file and line. */
export const ndjson: Output = {
  extension: 'ndjson',
  start: () => ({
    head: () => '',
    files: (batch) => batch.map((file) => `${JSON.stringify(fileRecord(file))}\n`).join(''),
    tail: () => '',
  }),
};
