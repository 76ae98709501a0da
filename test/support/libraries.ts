import type { LibraryIndex } from '../../src/analysis/shared/library-index.ts';
import { indexLibrary } from '../../src/analysis/shared/library-index.ts';
import type { Change, FileState } from '../../src/model/change.ts';
import { slotsOf } from '../../src/model/changes/slots-of.ts';
import type { CustomFormat } from '../../src/model/custom-format.ts';
import type { HistoryEvent } from '../../src/model/history-event.ts';
import type { Library, LibraryFile, LibraryInstance } from '../../src/model/library.ts';
import type { FormatHit, MediaFile } from '../../src/model/media-file.ts';
import type { QualityProfile } from '../../src/model/quality-profile.ts';
import type { Slot } from '../../src/model/slot.ts';
import { readInstances } from '../../src/pipeline/read-instances.ts';
import { startSimulator } from '../../src/simulator/start-simulator.ts';
import { aFile, anItem, aProfile, aQuality } from './builders.ts';
import { configured, noProxy } from './configured.ts';
import { testEffects } from './effects.ts';
import { libraryOfReadings } from './live-library.ts';

/** When every hand-made library is looked at. */
export const now: Date = new Date('2026-11-22T12:00:00Z');

/** So many days before that. */
export function daysAgo(days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}

/** A movie's file in a library; each id is another movie. */
export function aLibraryFile(
  only: Partial<MediaFile> & { readonly staleSince?: Date | null } = {},
): LibraryFile {
  const { staleSince = null, ...plain } = only;
  const id = only.fileId ?? 1;
  const item = anItem({ id, tmdbId: id, title: `Movie ${id}`, profileId: only.profile?.id ?? 1 });
  return { ...aFile({ item, ...plain }), staleSince };
}

/** An episode's file of a series; `fileId` tells them apart. */
export function anEpisodeFile(
  only: Partial<MediaFile> & { readonly season?: number; readonly number?: number } = {},
): LibraryFile {
  const { season = 1, number = only.fileId ?? 1, ...plain } = only;
  const episode = { id: number, number, title: '', tvdbId: null, airDate: null, isMonitored: true };
  const profile = only.profile ?? aProfile({ language: null });
  const item = anItem({ tmdbId: null, tvdbId: 77, title: 'The Series', profileId: profile.id });
  const part = { season, episodes: [episode] };
  return { ...aFile({ service: 'sonarr', item, part, profile, ...plain }), staleSince: null };
}

/** A format by name, with points. */
export function aHit(id: number, score: number, name = `Format ${id}`): FormatHit {
  return { id, name, score };
}

/** A format that looks for its own name in the title. */
export function aFormat(only: Partial<CustomFormat> = {}): CustomFormat {
  const name = only.name ?? `Format ${only.id ?? 1}`;
  return {
    id: 1,
    name,
    includedWhenRenaming: false,
    specifications: [
      {
        name,
        implementation: 'ReleaseTitleSpecification',
        isNegated: false,
        isRequired: false,
        fields: { value: name },
      },
    ],
    ...only,
  };
}

/** A profile that gives points, by format id. */
export function aScoredProfile(
  points: Readonly<Record<number, number>>,
  only: Partial<QualityProfile> = {},
): QualityProfile {
  const formatScores = Object.entries(points).map(([id, score]) => ({
    formatId: Number(id),
    name: `Format ${id}`,
    score,
  }));
  return aProfile({ formatScores, ...only });
}

/** A Radarr, read without fault, with the rules it is given. */
export function anInstance(only: Partial<LibraryInstance> = {}): LibraryInstance {
  const service = only.instance?.service ?? 'radarr';
  return {
    instance: { service, name: 'main' },
    server: {
      appName: 'Radarr',
      version: '6.1.0.10300',
      urlBase: '',
      isWindows: false,
      authentication: null,
    },
    externalUrl: null,
    rules: {
      service,
      profiles: [],
      formats: [],
      settings: { propersAndRepacks: 'preferAndUpgrade', seasonPackUpgrade: null },
    },
    items: new Map(),
    itemsWithoutFile: 0,
    firstReadAt: daysAgo(100),
    readAt: daysAgo(0),
    failure: null,
    triedAt: daysAgo(0),
    skipped: [],
    historySince: daysAgo(1000),
    ...only,
  };
}

/** A library of these files; instances, items and rules are made to fit where none are given. */
export function aLibrary(only: Partial<Library> = {}): Library {
  const files = only.files ?? [];
  return {
    takenAt: now,
    instances: instancesOf(files),
    files,
    changes: [],
    ruleChanges: [],
    events: [],
    days: [],
    ...only,
  };
}

/** The index of a library, asked now about the last week. */
export function anIndex(only: Partial<Library> = {}): LibraryIndex {
  return indexLibrary(aLibrary(only), { now, since: daysAgo(7), isNarrowed: false });
}

/** Instances whose rules are what their files say. */
export function instancesOf(
  files: readonly LibraryFile[],
  only: Partial<LibraryInstance> = {},
): readonly LibraryInstance[] {
  const byInstance = Map.groupBy(files, ({ service, instance }) => `${service}/${instance}`);
  return [...byInstance.values()].map((own) => {
    const [{ service, instance: name } = aFile()] = own;
    const base = anInstance({ instance: { service, name } });
    const profiles = [...new Map(own.map(({ profile }) => [profile.id, profile])).values()];
    const items = new Map(own.map(({ item, profile }) => [item.id, { ...item, profileId: profile.id }]));
    return { ...base, items, rules: { ...base.rules, profiles, formats: formatsOf(own, profiles) }, ...only };
  });
}

/** Those that a profile names, and those that only files have. */
function formatsOf(
  files: readonly LibraryFile[],
  profiles: readonly QualityProfile[],
): readonly CustomFormat[] {
  const named = profiles.flatMap(({ formatScores }) =>
    formatScores.map(({ formatId, name }) => [formatId, name] as const),
  );
  const matched = files.flatMap(({ formats }) => formats.map(({ id, name }) => [id, name] as const));
  return [...new Map([...named, ...matched])].map(([id, name]) => aFormat({ id, name }));
}

/** The slot a file fills first. */
export function slotOf(file: LibraryFile): Slot {
  const [slot] = slotsOf(file, { service: file.service, name: file.instance });
  if (slot === undefined) throw new Error('the file fills no slot');
  return slot;
}

/** Something the server remembers of the slot a file fills. */
export function anEvent(file: LibraryFile, only: Partial<HistoryEvent> = {}): HistoryEvent {
  return {
    slot: slotOf(file),
    at: daysAgo(1),
    kind: 'imported',
    sourceTitle: 'Movie.2020.1080p.BluRay.x264-GROUP',
    quality: aQuality(),
    downloadId: null,
    fileId: null,
    sizeBytes: 8_000_000_000,
    releaseGroup: 'GROUP',
    scoreThen: 0,
    scoreToday: 0,
    formatsToday: [],
    reason: null,
    ...only,
  };
}

/** A grab and its import as one download. */
export function aDownload(
  file: LibraryFile,
  downloadId: string,
  only: Partial<HistoryEvent> = {},
): readonly HistoryEvent[] {
  const both = { downloadId, ...only };
  return [
    anEvent(file, { ...both, kind: 'grabbed', fileId: null }),
    anEvent(file, { ...both, kind: 'imported' }),
  ];
}

/** A file as history keeps it. */
export function aState(file: LibraryFile, only: Partial<FileState> = {}): FileState {
  const { fileId, relativePath, quality, sizeBytes, releaseGroup, profile, score, formats } = file;
  return {
    fileId,
    relativePath,
    quality,
    sizeBytes,
    releaseGroup,
    profileName: profile.name,
    score,
    formats,
    ...only,
  };
}

/** A change of the slot a file fills, seen yesterday. */
export function aChange(file: LibraryFile, only: Partial<Change> = {}): Change {
  const after = aState(file);
  return {
    slot: slotOf(file),
    at: daysAgo(1),
    since: daysAgo(2),
    kind: 'rescored',
    before: after,
    after,
    replacement: null,
    attributes: [],
    causes: [],
    ...only,
  };
}

/** The library of the demo, read over HTTP: recorded answers of real servers, without history. */
export async function aDemoLibrary(): Promise<Library> {
  await using simulator = await startSimulator({ radarr: {}, sonarr: {} });
  const instances = simulator.instances.map((one) => configured(one));
  using read = await readInstances({ instances, proxy: noProxy, tell: () => undefined }, testEffects());
  return await libraryOfReadings(read.outcomes, { externalUrls: new Map(), now });
}
