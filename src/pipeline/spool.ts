import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { type FileOrder, orderOf } from '../model/file-order.ts';
import type { Item } from '../model/item.ts';
import type { MediaFile } from '../model/media-file.ts';
import type { QualityProfile } from '../model/quality-profile.ts';

/**
 * Holds the files of one reading on disk until all of it is known to be right.
 *
 * Writing is synchronous: the operating system takes it into memory, and no server waits for us.
 */
export interface Spool extends Disposable {
  readonly add: (files: readonly MediaFile[]) => void;
  /** Forgets everything: the reading begins anew. */
  readonly clear: () => void;
  /** In the order in which files were added. */
  readonly entries: () => readonly SpoolEntry[];
  /** Files in the order of the entries, some at a time. */
  readonly read: (entries: readonly SpoolEntry[], parts: SharedParts) => Generator<readonly MediaFile[]>;
}

/** Where a file lies in the spool, and all that files are put in order by. */
export interface SpoolEntry extends FileOrder {
  /** In bytes. */
  readonly offset: number;
  readonly length: number;
}

/** What many files share, and therefore is not in the spool. */
export interface SharedParts {
  readonly items: ReadonlyMap<number, Item>;
  readonly profiles: readonly QualityProfile[];
}

/** A file as it lies in the spool. */
interface SpooledFile extends Omit<MediaFile, 'item' | 'profile' | 'dateAdded'> {
  readonly itemId: number;
  readonly profileId: number;
  readonly addedMs: number;
}

/** We wrote it ourselves a moment ago: the type is told, not checked. */
const Spooled = z.custom<SpooledFile>();

/** Files that lie side by side are read together, up to this. */
const runBytes = 262_144;

/**
 * Opens a new spool for its owner alone; disposing of it removes the file.
 *
 * @param instanceIndex  place of the instance in the configuration
 */
export function openSpool(path: string, instanceIndex: number): Spool {
  const handle = openSync(path, 'wx+', 0o600);
  let entries: SpoolEntry[] = [];
  let end = 0;
  return {
    add: (files) => {
      const written = files.map((file) => ({ file, line: Buffer.from(JSON.stringify(spooled(file))) }));
      writeSync(handle, Buffer.concat(written.map(({ line }) => line)), 0, undefined, end);
      for (const { file, line } of written) {
        const { length } = line;
        entries.push({ ...orderOf(file, instanceIndex), offset: end, length });
        end += length;
      }
    },
    clear: () => {
      entries = [];
      end = 0;
    },
    entries: () => entries,
    *read(wanted, parts) {
      const build = builderOf(parts);
      for (const run of runsOf(wanted)) yield readRun(handle, run).map(build);
    },
    [Symbol.dispose]: () => {
      closeSync(handle);
      rmSync(path, { force: true });
    },
  };
}

function spooled({ item, profile, dateAdded, ...file }: MediaFile): SpooledFile {
  return { ...file, itemId: item.id, profileId: profile.id, addedMs: dateAdded.getTime() };
}

function builderOf({ items, profiles }: SharedParts): (file: SpooledFile) => MediaFile {
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  return ({ itemId, profileId, addedMs, ...file }) => {
    const item = items.get(itemId);
    const profile = byId.get(profileId);
    if (item === undefined || profile === undefined)
      throw new Error('a spool is read with the parts of another');
    return { ...file, item, profile, dateAdded: new Date(addedMs) };
  };
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

function readRun(handle: number, run: readonly SpoolEntry[]): readonly SpooledFile[] {
  const start = run[0]?.offset ?? 0;
  const bytes = Buffer.allocUnsafe(run.reduce((sum, { length }) => sum + length, 0));
  readSync(handle, bytes, 0, bytes.length, start);
  return run.map(({ offset, length }) => {
    const text = bytes.toString('utf8', offset - start, offset - start + length);
    return Spooled.parse(JSON.parse(text));
  });
}
