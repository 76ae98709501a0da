import { randomBelow, type SeededRandom } from '../../src/lib/seeded-random.ts';
import type { Cause, Change, FileState } from '../../src/model/change.ts';
import type { HistoryEvent } from '../../src/model/history-event.ts';
import type { LibraryFile } from '../../src/model/library.ts';
import { type FormatHit, sumOfFormats } from '../../src/model/media-file.ts';
import type { Slot } from '../../src/model/slot.ts';
import { flat } from './made-files.ts';
import { hitsOf } from './made-rules.ts';

/** A file with its place in the library. */
export interface Placed {
  readonly file: LibraryFile;
  readonly slot: Slot;
}

/** How long the past is. */
export interface MadePast {
  readonly count: number;
  readonly now: Date;
}

const pastDays = 800;
const dayMs = 86_400_000;
const noAttributes: Change['attributes'] = [];

/**
 * Changes of any files: by turns another file, and other scores. A snapshot a day tells them, and its changes share its
 * time, as in a library from the store; each has a slot of its own.
 */
export function madeChanges(
  placed: readonly Placed[],
  past: MadePast,
  random: SeededRandom,
): readonly Change[] {
  const snapshots = Array.from(
    { length: pastDays + 1 },
    (_, day) => new Date(past.now.getTime() - (pastDays - day) * dayMs),
  );
  return Array.from({ length: past.count }, (_, place) => {
    const { file, slot } = anyOf(placed, random);
    const day = Math.floor((place * pastDays) / past.count);
    const isReplaced = place % 2 === 0;
    const before = stateOf(file, hitsOf(file.profile, 8, random));
    const after = stateOf(file, file.formats);
    const points = after.score - before.score;
    const cause: Cause = isReplaced
      ? { kind: 'file-replaced', points }
      : { kind: 'profile-scores-edited', points, formats: [] };
    return {
      slot: { ...slot },
      at: snapshots[day + 1] ?? past.now,
      since: snapshots[day] ?? null,
      kind: isReplaced ? 'replaced' : 'rescored',
      before: isReplaced ? { ...before, fileId: 1_000_000 + place } : before,
      after,
      replacement: null,
      attributes: noAttributes,
      causes: [cause],
    };
  });
}

/**
 * Events of any files: by turns a grab, and its import. As in a library from the store, those with the same formats
 * share the list of them, and each has a slot and a name of its own.
 */
export function madeEvents(
  placed: readonly Placed[],
  past: MadePast,
  random: SeededRandom,
): readonly HistoryEvent[] {
  const formats = new Map<LibraryFile, readonly number[]>();
  return Array.from({ length: past.count }, (_, place) => {
    const { file, slot } = anyOf(placed, random);
    const formatsToday = formats.get(file) ?? file.formats.map(({ id }) => id);
    formats.set(file, formatsToday);
    return {
      slot: { ...slot },
      at: timeOf(place, past),
      kind: place % 2 === 0 ? 'grabbed' : 'imported',
      sourceTitle: flat(file.sceneName ?? ''),
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
  });
}

function anyOf(placed: readonly Placed[], random: SeededRandom): Placed {
  const one = placed[randomBelow(random, placed.length)];
  if (one === undefined) throw new Error('there are files');
  return one;
}

function timeOf(place: number, { count, now }: MadePast): Date {
  return new Date(now.getTime() - pastDays * dayMs * (1 - place / count));
}

function stateOf(file: LibraryFile, hits: readonly FormatHit[]): FileState {
  const { fileId, relativePath, quality, sizeBytes, releaseGroup, profile } = file;
  return {
    fileId,
    relativePath,
    quality,
    sizeBytes,
    releaseGroup,
    profileName: profile.name,
    score: sumOfFormats(hits),
    formats: hits,
  };
}
