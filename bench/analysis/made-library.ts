import { seededRandom } from '../../src/lib/seeded-random.ts';
import type { Library, LibraryFile, LibraryInstance } from '../../src/model/library.ts';
import type { Service } from '../../src/model/service.ts';
import { madeFiles } from './made-files.ts';
import { madePast } from './made-past.ts';
import { formats, profiles } from './made-rules.ts';

/** How large a library is made. */
export interface MadeSize {
  readonly files: number;
  /** Formats that each file matches. */
  readonly formats: number;
  readonly changes: number;
  readonly events: number;
}

const now = new Date('2026-11-22T12:00:00Z');
const dayMs = 86_400_000;

/** A library as large as one likes, the same for the same size: three movies for two episodes. */
export function madeLibrary(size: MadeSize): Library {
  const random = seededRandom('made library');
  const movies = Math.round(size.files * 0.6);
  const made = { formats: size.formats, now };
  const files = [
    ...madeFiles({ ...made, service: 'radarr', count: movies }, random),
    ...madeFiles({ ...made, service: 'sonarr', count: size.files - movies }, random),
  ];
  return {
    takenAt: now,
    instances: [instanceOf('radarr', files), instanceOf('sonarr', files)],
    files,
    ...madePast(files, { changes: size.changes, events: size.events, now }, random),
    ruleChanges: [],
    days: [],
  };
}

function instanceOf(service: Service, files: readonly LibraryFile[]): LibraryInstance {
  const own = files.filter((file) => file.service === service);
  return {
    instance: { service, name: 'main' },
    server: { appName: service, version: '6', urlBase: '', isWindows: false, authentication: null },
    externalUrl: null,
    rules: {
      service,
      profiles,
      formats,
      settings: { propersAndRepacks: 'preferAndUpgrade', seasonPackUpgrade: null },
    },
    items: new Map(own.map(({ item }) => [item.id, item])),
    itemsWithoutFile: 0,
    firstReadAt: new Date(now.getTime() - 800 * dayMs),
    readAt: now,
    failure: null,
    triedAt: now,
    skipped: [],
    historySince: new Date(now.getTime() - 900 * dayMs),
  };
}
