import { join } from 'node:path';
import { AppError } from '../lib/errors.ts';
import type { FilesOutput } from '../outputs/output.ts';
import { type Destination, openFileDestination, streamDestination, type TextSink } from './destination.ts';
import { openOutputFolder } from './output-folder.ts';
import { fileOutputNames, outputs } from './registry.ts';

/** A folder, or a stream for a single format. */
export type Out =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'stream'; readonly sink: TextSink };

/** One output and where it goes. */
export interface Target {
  readonly format: string;
  readonly output: FilesOutput;
  readonly destination: Destination;
  /** Name in the folder; null for a stream. */
  readonly file: string | null;
}

/** All outputs of a run; disposing of them removes what was not committed. */
export interface Targets extends AsyncDisposable {
  readonly all: readonly Target[];
}

/** What to open. */
export interface TargetsRequest {
  readonly out: Out;
  readonly formats: readonly string[];
  /** `arr-score-2026-11-22`, without extension. */
  readonly name: string;
  readonly now: Date;
  readonly signal: AbortSignal;
}

/**
 * Opens every output before anything is read: a folder that cannot be written to is known at once.
 *
 * @throws {AppError} code `output`
 */
export async function openTargets({ out, formats, name, now, signal }: TargetsRequest): Promise<Targets> {
  if (out.kind === 'folder') {
    await openOutputFolder(out.path, now);
  }
  await using opened = new AsyncDisposableStack();
  const all: Target[] = [];
  for (const format of formats) {
    const output = fileOutputNamed(format);
    const file = out.kind === 'folder' ? `${name}.${output.extension}` : null;
    const destination =
      out.kind === 'folder'
        ? await openFileDestination(join(out.path, file ?? ''))
        : streamDestination(out.sink, signal);
    opened.defer(destination.abandon);
    all.push({ format, output, destination, file });
  }
  const kept = opened.move();
  return { all, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

/** @throws {AppError} code `config`, for a name that is none and for an output that a report alone has */
export function fileOutputNamed(format: string): FilesOutput {
  const output = outputs[format];
  if (output?.kind === 'files') return output;
  const ofReport = `It is made of what was collected: arr-score report --format ${format}.`;
  const hint = output === undefined ? `Formats: ${fileOutputNames.join(', ')}.` : ofReport;
  const message =
    output === undefined ? `there is no format "${format}"` : `an export has no format "${format}"`;
  throw new AppError(message, { code: 'config', hint });
}
