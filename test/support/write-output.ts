import { z } from 'zod';
import type { MediaFile } from '../../src/model/media-file.ts';
import type { FilesOutput, InstanceResult, OutputOptions } from '../../src/outputs/output.ts';

/** What an output is told; the defaults are those of the command line. */
export interface Written extends Partial<OutputOptions> {
  readonly formatNames?: readonly string[];
  readonly results?: readonly InstanceResult[];
  /** Files that are handed over together. */
  readonly batchSize?: number;
}

/** All that an output writes about some files. */
export function writeOutput(output: FilesOutput, files: readonly MediaFile[], written: Written = {}): string {
  const { formatNames = [], results = [], batchSize = 2, ...options } = written;
  const writer = output.start({
    generatedAt: new Date('2026-11-24T10:00:03Z'),
    formatNames,
    options: { bom: false, separator: ',', wide: false, rawCells: false, ...options },
  });
  let text = writer.head();
  for (let at = 0; at < files.length; at += batchSize) text += writer.files(files.slice(at, at + batchSize));
  return text + writer.tail(results);
}

/** The keys of a JSON object, in the order in which they were written. */
export function keysOf(text: string): readonly string[] {
  return Object.keys(z.record(z.string(), z.unknown()).parse(JSON.parse(text)));
}
