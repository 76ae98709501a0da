import { resolve } from 'node:path';
import * as analyses from '../../src/analysis/index.ts';
import { indexLibrary } from '../../src/analysis/shared/library-index.ts';
import type { HistoryEvent } from '../../src/model/history-event.ts';
import type { Library, LibraryInstance } from '../../src/model/library.ts';
import type { Report, Section } from '../../src/model/report.ts';
import { readInstances } from '../../src/pipeline/read-instances.ts';
import type { InstanceOptions } from '../../src/simulator/instance-options.ts';
import { startSimulator } from '../../src/simulator/start-simulator.ts';
import { configured, noProxy } from './configured.ts';
import { testEffects } from './effects.ts';

/** A library as if each simulated server had been read once, and nothing had happened before. */
export async function aReadLibrary(
  options: { readonly radarr?: InstanceOptions; readonly sonarr?: InstanceOptions } = {
    radarr: {},
    sonarr: {},
  },
): Promise<Library> {
  await using simulator = await startSimulator(options);
  const instances = simulator.instances.map((one) => configured(one));
  using read = await readInstances({ instances, proxy: noProxy, tell: () => undefined }, testEffects());
  const found: LibraryInstance[] = [];
  const files: Library['files'][number][] = [];
  for (const outcome of read.outcomes) {
    if (!outcome.ok) throw new Error(`not read: ${JSON.stringify(outcome.failure)}`);
    const { instance, server, rules, items, counts, finishedAt, skipped } = outcome.reading;
    const { itemsWithoutFile } = counts;
    found.push({
      ...{ instance, server, rules, items, itemsWithoutFile, skipped },
      externalUrl: null,
      firstReadAt: finishedAt,
      readAt: finishedAt,
      triedAt: finishedAt,
      failure: null,
      historySince: null,
    });
    for (const file of (await Array.fromAsync(outcome.reading.files())).flat())
      files.push({ ...file, staleSince: null });
  }
  return {
    takenAt: found[0]?.readAt ?? null,
    instances: found,
    files,
    changes: [],
    ruleChanges: [],
    events: [],
    days: [],
  };
}

/** A recorded set in place, both services. */
export function recordedSet(set: string): {
  readonly radarr: InstanceOptions;
  readonly sonarr: InstanceOptions;
} {
  const library = (service: string): InstanceOptions => ({
    library: { kind: 'folder', path: resolve('../shared/recordings', service, set) },
  });
  return { radarr: library('radarr'), sonarr: library('sonarr') };
}

/** A report about a library, without answers unless they are given. */
export function aReport(library: Library, sections: readonly Section[] = []): Report {
  return { library, generatedAt: new Date('2026-11-22T12:00:00Z'), sections };
}

/** A report with the answers of every registered analysis. */
export function anAnalysedReport(library: Library): Report {
  const now = new Date('2026-11-22T12:00:00Z');
  const index = indexLibrary(library, { now, since: new Date('2026-11-15T12:00:00Z'), isNarrowed: false });
  const sections = Object.values(analyses).map(({ name, title, subtitle, page, run }) => ({
    ...{ name, title, subtitle, page },
    ...run(index),
  }));
  return aReport(library, sections);
}

/** One event a file, so that there is something in a timeline. */
export function someEvents({ files }: Pick<Library, 'files'>): readonly HistoryEvent[] {
  return files.slice(0, 40).map((file, at) => ({
    slot: {
      instance: { service: file.service, name: file.instance },
      itemKey: file.service === 'radarr' ? `tmdb:${file.item.tmdbId}` : `tvdb:${file.item.tvdbId}`,
      episode:
        file.part === null ? null : { season: file.part.season, number: file.part.episodes[0]?.number ?? 0 },
      title: file.item.title,
      year: file.item.year,
    },
    at: new Date(Date.UTC(2025, 0, 1 + at)),
    kind: 'imported',
    sourceTitle: file.sceneName ?? file.relativePath,
    quality: file.quality,
    downloadId: null,
    fileId: file.fileId,
    sizeBytes: file.sizeBytes,
    releaseGroup: file.releaseGroup,
    scoreThen: file.score,
    scoreToday: file.score,
    formatsToday: file.formats.map(({ id }) => id),
    reason: null,
  }));
}
