import { existsSync } from 'node:fs';
import { indexLibrary } from '../analysis/shared/library-index.ts';
import { AppError } from '../lib/errors.ts';
import { slotsOf } from '../model/changes/slots-of.ts';
import type { HistoryEntry } from '../model/history-entry.ts';
import { type InstanceName, instanceKey } from '../model/instance.ts';
import type { Library } from '../model/library.ts';
import type { MediaFile } from '../model/media-file.ts';
import type { Rules } from '../model/rules.ts';
import { scoreOf } from '../scoring/score-of.ts';
import { isPostgres, openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { createJudges } from './judges.ts';
import { openLibrary } from './open-library.ts';
import { tellSlots } from './tell-history.ts';

/** What the store remembers of a file and of its profile. */
export interface Past {
  /** The highest score that files and history of its profile reach under the rules of now. */
  readonly bestSeen: number;
  /** What happened to the file's slots, oldest first. */
  readonly timeline: readonly HistoryEntry[];
}

/** A file as its server has it now, and the rules it has there. */
export interface PresentFile {
  readonly instance: InstanceName;
  readonly file: MediaFile;
  readonly rules: Rules;
}

/** What was remembered. */
export interface Recalled {
  /** One for each file, in their order; null where the store does not know its instance. */
  readonly pasts: readonly (Past | null)[];
  /** Why nothing could be remembered; null where nothing went wrong, also where there is no store yet. */
  readonly problem: AppError | null;
}

/** A reader does not wait longer for a store that somebody else holds. */
const patienceMs = 1_000;

/**
 * What the store remembers of files. It adds to what the servers say: a store that cannot be read is no failure.
 *
 * @param place  of the store
 */
export async function recall(files: readonly PresentFile[], place: string): Promise<Recalled> {
  const nothing = files.map(() => null);
  if (files.length === 0 || !(isPostgres(place) || existsSync(place)))
    return { pasts: nothing, problem: null };
  try {
    await using store = await openStore(place, { use: 'read', patienceMs });
    return { pasts: await pastsOf(store, files), problem: null };
  } catch (error) {
    if (error instanceof AppError && error.code === 'store') return { pasts: nothing, problem: error };
    throw error;
  }
}

async function pastsOf(store: Store, files: readonly PresentFile[]): Promise<readonly (Past | null)[]> {
  const bests = new Map<string, BestOf | null>();
  const judges = createJudges();
  const pasts: (Past | null)[] = [];
  for (const { instance, file, rules } of files) {
    const key = instanceKey(instance);
    if (!bests.has(key)) bests.set(key, await bestsOf(store, instance, rules));
    const bestOf = bests.get(key) ?? null;
    if (bestOf === null) pasts.push(null);
    else {
      const timeline = await tellSlots(store, slotsOf(file, instance), judges);
      pasts.push({ bestSeen: Math.max(file.score, bestOf(file.profile.id) ?? file.score), timeline });
    }
  }
  return pasts;
}

type BestOf = (profileId: number) => number | null;

/** @returns null for an instance that was never collected */
async function bestsOf(store: Store, instance: InstanceName, rules: Rules): Promise<BestOf | null> {
  const { library } = await openLibrary(store, [instance]);
  const [about] = library.instances;
  if (about === undefined) return null;
  const question = { now: about.readAt, since: about.firstReadAt, isNarrowed: false };
  const index = indexLibrary(underRules(library, rules), question);
  return (profileId) => {
    const group = index.group(`${instanceKey(instance)}#${profileId}`);
    return group === null ? null : index.seen().best(group);
  };
}

function idsOf({ formats }: MediaFile): readonly number[] {
  return formats.map(({ id }) => id);
}

/** The library of one instance with every file at what the rules of now give its stored formats. */
function underRules(library: Library, rules: Rules): Library {
  const profiles = new Map(rules.profiles.map((profile) => [profile.id, profile]));
  return {
    ...library,
    // Whether the newest try failed does not matter to what was seen.
    instances: library.instances.map((one) => ({ ...one, rules, failure: null })),
    files: library.files.map((file) => {
      const profile = profiles.get(file.profile.id) ?? file.profile;
      return { ...file, profile, score: scoreOf(profile, idsOf(file)) };
    }),
  };
}
