import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { AppError } from '../lib/errors.ts';
import { describeWriteFault } from '../lib/write-fault.ts';
import { temporaryMark } from './temporary-names.ts';

/** Where one output goes. */
export interface Destination {
  /** Text is written as UTF-8. @throws {AppError} code `output` when it cannot be written */
  readonly write: (piece: string | Uint8Array) => Promise<void>;
  /** Nothing more will come: all of it is on the disk when this is done. @throws as `write` */
  readonly complete: () => Promise<void>;
  /** Makes the output visible, once it is complete. @throws as `write` */
  readonly commit: () => Promise<void>;
  /** Leaves nothing behind. */
  readonly abandon: () => Promise<void>;
  readonly bytes: () => number;
}

/** A stream that somebody reads: `process.stdout`, or a test's. */
export interface TextSink {
  readonly write: (piece: string | Uint8Array) => boolean;
  readonly once: (event: 'drain', listener: () => void) => unknown;
}

/** Text is gathered up to this many bytes before it goes to the disk. */
const gatheredBytes = 524_288;

/** UTF-8 needs no more for a unit of UTF-16. */
const bytesOfUnit = 3;

/** A file that is whole or absent: written beside, then renamed, whatever stood there before. */
export async function openFileDestination(path: string): Promise<Destination> {
  const beside = `${path}.${temporaryMark(process.pid)}.tmp`;
  const refused = (cause: unknown): never => refuse(path, cause);
  const handle = await open(beside, 'wx').catch(refused);
  // One piece of memory for all that is written: new ones would wait for the collector by the dozen.
  const gathered = Buffer.allocUnsafeSlow(gatheredBytes);
  let pending = 0;
  let bytes = 0;
  const put = async (piece: Uint8Array): Promise<void> => {
    await handle.writeFile(piece).catch(refused);
    bytes += piece.length;
  };
  const flush = async (): Promise<void> => {
    const full = gathered.subarray(0, pending);
    pending = 0;
    await put(full);
  };
  const gather = async (text: string): Promise<void> => {
    const most = text.length * bytesOfUnit;
    if (pending + most > gatheredBytes) await flush();
    if (most > gatheredBytes) await put(Buffer.from(text));
    else pending += gathered.write(text, pending);
  };
  return {
    write: async (piece) => {
      if (typeof piece === 'string') return gather(piece);
      await flush();
      await put(piece);
    },
    complete: async () => {
      await flush();
      await settle(handle).catch(refused);
    },
    commit: () => rename(beside, path).catch(refused),
    abandon: async () => {
      await handle.close().catch(() => undefined);
      await rm(beside, { force: true });
    },
    bytes: () => bytes,
  };
}

async function settle(handle: FileHandle): Promise<void> {
  await handle.sync();
  await handle.close();
}

/**
 * Text for a pipe; waits while its reader is slow.
 *
 * @param signal  ends the wait for a reader that went away
 */
export function streamDestination(sink: TextSink, signal: AbortSignal): Destination {
  let bytes = 0;
  return {
    write: async (piece) => {
      bytes += Buffer.byteLength(piece);
      if (piece.length > 0 && !sink.write(piece)) await drained(sink, signal);
    },
    complete: async () => undefined,
    commit: async () => undefined,
    abandon: async () => undefined,
    bytes: () => bytes,
  };
}

async function drained(sink: TextSink, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  sink.once('drain', resolve);
  const goOn = (): void => resolve();
  signal.addEventListener('abort', goOn);
  await promise;
  signal.removeEventListener('abort', goOn);
  signal.throwIfAborted();
}

/** @throws {AppError} code `output`, saying why a path cannot be written */
export function refuse(path: string, cause: unknown): never {
  throw new AppError(describeWriteFault(path, cause), {
    code: 'output',
    hint: 'Make room there, or name another folder with --out.',
    cause,
  });
}
