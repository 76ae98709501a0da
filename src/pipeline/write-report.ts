import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chunks } from '../lib/chunks.ts';
import { AppError } from '../lib/errors.ts';
import { version } from '../lib/version.ts';
import type { LibraryInstance } from '../model/library.ts';
import type { Report } from '../model/report.ts';
import type { FilesOutput, InstanceResult, ReportOutput } from '../outputs/output.ts';
import type { WrittenOutput } from '../outputs/shared/run-summary.ts';
import { built } from './built.ts';
import { openFileDestination, refuse } from './destination.ts';
import { plainOptions } from './plain-options.ts';
import { outputNames, outputs } from './registry.ts';

/** What to write of a report, and where. */
export interface WriteReportRequest {
  readonly report: Report;
  /** Names of outputs, of files and of reports. */
  readonly formats: readonly string[];
  /** A folder; made where it is missing. */
  readonly folder: string;
  /** `arr-score-2026-11-22`, without extension. */
  readonly name: string;
  readonly signal: AbortSignal;
  /** Names are pseudonyms. Default: they are not. */
  readonly isRedacted?: boolean;
  /** Everything, where an output would leave out what few look at. */
  readonly isFull?: boolean;
}

/** One piece of an output after the other. */
type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/**
 * Writes every output of a report, each whole or not at all.
 *
 * @throws {AppError} code `output` when something cannot be written, code `config` for an unknown format
 */
export async function writeReport(request: WriteReportRequest): Promise<readonly WrittenOutput[]> {
  const { formats, folder, name } = request;
  const chosen = formats.map((format) => ({ format, output: outputNamed(format) }));
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => refuse(folder, cause));
  const written: WrittenOutput[] = [];
  for (const { format, output } of chosen) {
    for (const { part, rows, pieces } of documentsOf(output, request)) {
      const file = `${name}${part === '' ? '' : `.${part}`}.${output.extension}`;
      const bytes = await writeFile(join(folder, file), pieces, request.signal);
      written.push({ format, file, rows, bytes });
    }
  }
  return written;
}

/** @param where  what begins the message: `outputs.web: ` @throws {AppError} code `config` */
export function checkFormats(formats: readonly string[], where = ''): void {
  for (const format of formats) outputNamed(format, where);
}

function outputNamed(format: string, where = ''): FilesOutput | ReportOutput {
  const output = outputs[format];
  if (output !== undefined) return output;
  throw new AppError(`${where}there is no format "${format}"`, {
    code: 'config',
    hint: `Formats: ${outputNames.join(', ')}.`,
  });
}

interface Document {
  readonly part: string;
  readonly rows: number;
  readonly pieces: () => Pieces;
}

function documentsOf(
  output: FilesOutput | ReportOutput,
  { report, isRedacted = false, isFull = false }: WriteReportRequest,
): readonly Document[] {
  if (output.kind === 'report') {
    return output.documents(report, { version, isRedacted, isFull, built });
  }
  return [{ part: '', rows: report.library.files.length, pieces: () => filePieces(output, report) }];
}

const filesAtOnce = 500;

function* filePieces({ start }: FilesOutput, { library, generatedAt }: Report): Generator<string> {
  const names = library.instances.flatMap(({ rules }) => rules.formats.map(({ name }) => name));
  const formatNames = [...new Set(names)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const writer = start({ generatedAt, options: plainOptions, formatNames });
  yield writer.head();
  for (const batch of chunks(library.files, filesAtOnce)) yield writer.files(batch);
  yield writer.tail(library.instances.map((instance) => resultOf(instance, library.files)));
}

function resultOf(
  { instance, server, readAt, failure, items, itemsWithoutFile, skipped }: LibraryInstance,
  files: Report['library']['files'],
): InstanceResult {
  if (failure !== null) return { ...instance, ok: false, failure };
  const own = files.filter((file) => file.service === instance.service && file.instance === instance.name);
  return {
    ...instance,
    ok: true,
    server,
    startedAt: readAt,
    finishedAt: readAt,
    counts: { items: items.size, files: own.length, itemsWithoutFile, repairedTexts: 0 },
    skipped,
    oddities: [],
  };
}

async function writeFile(path: string, pieces: () => Pieces, signal: AbortSignal): Promise<number> {
  const destination = await openFileDestination(path);
  await using opened = new AsyncDisposableStack();
  opened.defer(destination.abandon);
  for await (const piece of pieces()) {
    signal.throwIfAborted();
    await destination.write(piece);
  }
  await destination.complete();
  await destination.commit();
  opened.move();
  return destination.bytes();
}
