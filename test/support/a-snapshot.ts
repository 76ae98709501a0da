import type { JudgeState } from '../../src/model/changes/comparison.ts';
import type { CustomFormat } from '../../src/model/custom-format.ts';
import type { InstanceName } from '../../src/model/instance.ts';
import type { Item } from '../../src/model/item.ts';
import type { MediaFile } from '../../src/model/media-file.ts';
import type { QualityProfile } from '../../src/model/quality-profile.ts';
import type { Scope, SkippedItem } from '../../src/model/reading.ts';
import type { Server } from '../../src/model/server.ts';
import type { Saved, Snapshot } from '../../src/store/collecting.ts';
import { fileMark } from '../../src/store/file-mark.ts';
import type { Judges } from '../../src/store/queries.ts';
import type { Store } from '../../src/store/store.ts';
import { aProfile } from './builders.ts';

/** Radarr 6. */
const aServer: Server = {
  appName: 'Radarr',
  version: '6.1.0.10300',
  urlBase: '',
  isWindows: false,
  authentication: 'forms',
};

/** Files and rules of one moment; what is not given is as small as can be. */
export interface Moment {
  readonly at?: Date;
  readonly instance?: InstanceName;
  readonly files?: readonly MediaFile[];
  readonly profiles?: readonly QualityProfile[];
  readonly formats?: readonly CustomFormat[];
  /** Items without a file. */
  readonly items?: readonly Item[];
  readonly skipped?: readonly SkippedItem[];
  readonly scope?: Scope;
}

/** Format cutoff and minimum alone; every quality is met. */
const simpleState: JudgeState = (profile, _quality, score) => ({
  belowMinimum: score < profile.minFormatScore,
  quality: 'met',
  format: score < profile.cutoffFormatScore ? 'open' : 'met',
  upgradesAllowed: profile.upgradeAllowed,
});

/** No judge of matches. */
export const judges: Judges = { stateOf: simpleState, matches: null };

/** A reading as the store takes it. */
export function aSnapshot(moment: Moment = {}, only: Partial<Snapshot> = {}): Snapshot {
  const { at = new Date('2026-01-05T00:00:00Z'), instance = { service: 'radarr', name: 'main' } } = moment;
  const { files = [], profiles = [aProfile()], formats = [], skipped = [], scope = { kind: 'all' } } = moment;
  const all = [...files.map(({ item }) => item), ...(moment.items ?? [])];
  const items = new Map(all.map((item) => [item.id, item]));
  const rules = {
    service: instance.service,
    profiles,
    formats,
    settings: { propersAndRepacks: 'doNotPrefer', seasonPackUpgrade: null },
  } as const;
  return {
    reading: {
      instance,
      server: aServer,
      startedAt: at,
      finishedAt: at,
      scope,
      rules,
      items,
      counts: { items: items.size, files: files.length, itemsWithoutFile: 0, repairedTexts: 0 },
      skipped,
      oddities: [],
    },
    marks: files.map((file) => ({ fileId: file.fileId, itemId: file.item.id, mark: fileMark(file) })),
    *read(ids) {
      yield files.filter(({ fileId }) => ids.has(fileId));
    },
    plan: 'asked',
    traffic: { requests: 10, retries: 0, bytes: 1_000, durationMs: 500 },
    externalUrl: null,
    ownerId: 'test',
    acceptNewServer: false,
    ...judges,
    ...only,
  };
}

/** Takes the lock, saves, and gives the lock back, as `collect` does. */
export async function saveMoment(
  store: Store,
  moment: Moment = {},
  only: Partial<Snapshot> = {},
): Promise<Saved> {
  const snapshot = aSnapshot(moment, only);
  const owner = { id: 'test', host: 'here', processId: 1, now: new Date(0), isAlive: () => false };
  const taken = await store.lock(snapshot.reading.instance, owner);
  if (!taken.ok) throw new Error('the lock is held');
  await using _ = taken.lock;
  return await store.save(snapshot);
}
