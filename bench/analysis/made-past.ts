import { randomBelow, type SeededRandom } from '../../src/lib/seeded-random.ts';
import type { Change, FileState } from '../../src/model/change.ts';
import { slotsOf } from '../../src/model/changes/slots-of.ts';
import type { HistoryEvent } from '../../src/model/history-event.ts';
import type { Library, LibraryFile } from '../../src/model/library.ts';
import { type FormatHit, sumOfFormats } from '../../src/model/media-file.ts';
import { createPastPacker } from '../../src/model/past/pack-past.ts';
import type { Slot } from '../../src/model/slot.ts';
import { flat } from './made-files.ts';
import { hitsOf } from './made-rules.ts';

/** How long the past is. */
export interface MadePast {
  readonly changes: number;
  readonly events: number;
  readonly now: Date;
}

interface Made {
  readonly count: number;
  readonly now: Date;
}

const pastDays = 800;
const dayMs = 86_400_000;

/**
 * What happened to any files, packed as the store packs it: changes by turns to another file and to other scores, a
 * snapshot a day; events by turns a grab and its import.
 */
export function madePast(
  files: readonly LibraryFile[],
  { changes, events, now }: MadePast,
  random: SeededRandom,
): Pick<Library, 'changes' | 'events'> {
  const past = createPastPacker();
  for (const change of madeChanges(files, { count: changes, now }, random)) past.addChange(change);
  for (const event of madeEvents(files, { count: events, now }, random)) past.addEvent(event);
  return past.close();
}

function* madeChanges(files: readonly LibraryFile[], made: Made, random: SeededRandom): Generator<Change> {
  const snapshots = Array.from(
    { length: pastDays + 1 },
    (_, day) => new Date(made.now.getTime() - (pastDays - day) * dayMs),
  );
  const hits = new Map<LibraryFile, readonly FormatHit[]>();
  for (let place = 0; place < made.count; place += 1) {
    const file = anyOf(files, random);
    const day = Math.floor((place * pastDays) / made.count);
    // The store shares these lists among states, and not with files.
    const own = hits.get(file) ?? [...file.formats];
    hits.set(file, own);
    const before = stateOf(file, hitsOf(file.profile, 8, random));
    const after = stateOf(file, own);
    yield {
      slot: slotOf(file),
      at: snapshots[day + 1] ?? made.now,
      since: snapshots[day] ?? null,
      after,
      attributes: [],
      ...(place % 2 === 0 ? replaced(place, before, after) : rescored(before, after)),
    };
  }
}

type Happening = Pick<Change, 'kind' | 'before' | 'replacement' | 'causes'>;

function replaced(place: number, before: FileState, after: FileState): Happening {
  return {
    kind: 'replaced',
    before: { ...before, fileId: 1_000_000 + place, relativePath: flat(`Old.name.${place}.2160p.mkv`) },
    replacement: { quality: 'same', revision: 'same', score: 'upgrade', size: 'upgrade' },
    causes: [{ kind: 'file-replaced', points: after.score - before.score }],
  };
}

function rescored(before: FileState, after: FileState): Happening {
  const points = after.score - before.score;
  return {
    kind: 'rescored',
    before,
    replacement: null,
    causes: [{ kind: 'profile-scores-edited', points, formats: [] }],
  };
}

function* madeEvents(
  files: readonly LibraryFile[],
  made: Made,
  random: SeededRandom,
): Generator<HistoryEvent> {
  const formats = new Map<LibraryFile, readonly number[]>();
  for (let place = 0; place < made.count; place += 1) {
    const file = anyOf(files, random);
    const formatsToday = formats.get(file) ?? file.formats.map(({ id }) => id);
    formats.set(file, formatsToday);
    yield {
      slot: slotOf(file),
      at: timeOf(place, made),
      kind: place % 2 === 0 ? 'grabbed' : 'imported',
      sourceTitle: flat(`${file.sceneName} ${place}`),
      quality: file.quality,
      downloadId: flat(`download ${Math.floor(place / 2)}`),
      fileId: 2_000_000 + place,
      sizeBytes: file.sizeBytes,
      releaseGroup: file.releaseGroup,
      scoreThen: file.score,
      scoreToday: file.score,
      formatsToday,
      reason: null,
    };
  }
}

function anyOf(files: readonly LibraryFile[], random: SeededRandom): LibraryFile {
  const one = files[randomBelow(random, files.length)];
  if (one === undefined) throw new Error('there are files');
  return one;
}

function timeOf(place: number, { count, now }: Made): Date {
  return new Date(now.getTime() - pastDays * dayMs * (1 - place / count));
}

function stateOf(file: LibraryFile, hits: readonly FormatHit[]): FileState {
  const { fileId, relativePath, quality, sizeBytes, releaseGroup, profile } = file;
  return {
    fileId,
    relativePath: flat(relativePath),
    quality,
    sizeBytes,
    releaseGroup,
    profileName: profile.name,
    score: sumOfFormats(hits),
    formats: hits,
  };
}

/** The first slot of a file. */
function slotOf(file: LibraryFile): Slot {
  const [slot] = slotsOf(file, { service: file.service, name: file.instance });
  if (slot === undefined) throw new Error('every file has a slot');
  return slot;
}
