import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { type FilePlace, placeOf } from '../model/file-order.ts';
import type { MediaFile } from '../model/media-file.ts';
import { refuseSpool } from './refuse-spool.ts';
import {
  createNumberings,
  fileBuilder,
  type SharedParts,
  type SpooledFile,
  spooledFile,
} from './spooled-file.ts';

/**
 * Holds the files of one reading on disk until all of it is known to be right.
 *
 * Writing is synchronous: the operating system takes it into memory, and no server waits for us.
 */
export interface Spool extends Disposable {
  /** @throws {AppError} code `output` when the disk does not take it */
  readonly add: (files: readonly MediaFile[]) => void;
  /** Forgets everything: the reading begins anew. */
  readonly clear: () => void;
  /** In the order in which files were added. */
  readonly entries: () => readonly SpoolEntry[];
  /** Files in the order of the entries, some at a time. */
  readonly read: (entries: readonly SpoolEntry[], parts: SharedParts) => Generator<readonly MediaFile[]>;
}

/** Where a file lies in the spool, and among the files of its instance. */
export interface SpoolEntry extends FilePlace {
  /** In bytes. */
  readonly offset: number;
  readonly length: number;
  /** What the store tells changed files by; 0 in a run that stores nothing. */
  readonly mark: number;
}

/** We wrote it ourselves a moment ago: the type is told, not checked. */
const Spooled = z.custom<readonly SpooledFile[]>();

/**
 * Files that lie side by side are read together, up to this. Texts made of more are large to V8, which keeps them until
 * a whole collection.
 */
const runBytes = 12_288;

/**
 * Opens a new spool for its owner alone; disposing of it removes the file.
 *
 * @param markOf  what tells whether a file changed; null where nobody asks
 * @throws {AppError} code `output` where no file can be made
 */
export function openSpool(path: string, markOf: ((file: MediaFile) => number) | null = null): Spool {
  const handle = attempt(path, () => openSync(path, 'wx+', 0o600));
  const numberings = createNumberings();
  let entries: SpoolEntry[] = [];
  let end = 0;
  return {
    add: (files) => {
      const added = files.map((file) => ({
        file,
        line: `${JSON.stringify(spooledFile(file, numberings))},`,
      }));
      attempt(path, () => writeWhole(handle, Buffer.from(added.map(({ line }) => line).join('')), end));
      for (const { file, line } of added) {
        const length = Buffer.byteLength(line);
        const { itemId, season, episode, fileId } = placeOf(file);
        entries.push({ itemId, season, episode, fileId, offset: end, length, mark: markOf?.(file) ?? 0 });
        end += length;
      }
    },
    clear: () => {
      entries = [];
      end = 0;
    },
    entries: () => entries,
    *read(wanted, parts) {
      const build = fileBuilder(parts, numberings);
      // One piece of memory for all runs: new ones would wait for the collector by the dozen.
      let room = Buffer.of();
      for (const run of runsOf(wanted)) {
        const bytes = run.reduce((sum, { length }) => sum + length, 0);
        if (bytes > room.length) room = Buffer.allocUnsafeSlow(bytes * 2);
        yield readRun(handle, run, room.subarray(0, bytes)).map(build);
      }
    },
    [Symbol.dispose]: () => {
      closeSync(handle);
      rmSync(path, { force: true });
    },
  };
}

/** Says where the disk failed us. */
function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    return refuseSpool(path, cause);
  }
}

/** A full disk takes a part at first, and says so when it is given the rest. */
function writeWhole(handle: number, bytes: Uint8Array, place: number): void {
  let written = 0;
  while (written < bytes.length) {
    written += writeSync(handle, bytes, written, undefined, place + written);
  }
}

/** Neighbours on disk together, in the order that is asked for. */
function* runsOf(entries: readonly SpoolEntry[]): Generator<readonly SpoolEntry[]> {
  let run: SpoolEntry[] = [];
  for (const entry of entries) {
    const first = run[0];
    const last = run.at(-1);
    const isNeighbour = last !== undefined && last.offset + last.length === entry.offset;
    if (first !== undefined && (!isNeighbour || entry.offset - first.offset > runBytes)) {
      yield run;
      run = [];
    }
    run.push(entry);
  }
  if (run.length > 0) yield run;
}

/** Neighbours lie like the elements of an array, with a comma behind each. */
function readRun(handle: number, run: readonly SpoolEntry[], bytes: Buffer): readonly SpooledFile[] {
  const start = run[0]?.offset ?? 0;
  readSync(handle, bytes, 0, bytes.length, start);
  return Spooled.parse(JSON.parse(`[${bytes.toString('utf8', 0, bytes.length - 1)}]`));
}
