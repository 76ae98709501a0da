import type { ItemsRead } from '../exporters/exporter.ts';
import { partition } from '../lib/partition.ts';
import type { MediaFile } from '../model/media-file.ts';
import type { Rules } from '../model/rules.ts';
import { fileInput } from '../scoring/matching/file-input.ts';
import type { FormatMatches } from '../scoring/matching/format-matcher.ts';
import type { ComputedFile } from '../scoring/sample/choose-sample.ts';
import type { ExactRequest } from './read-exactly.ts';
import { exporters } from './registry.ts';
import { startComputing } from './start-computing.ts';

/** The list of movies, and the formats of their files as computed here. */
export interface ComputedList {
  readonly read: ItemsRead;
  readonly computed: readonly ComputedFile[];
  /** Files that were replaced meanwhile: the server was asked about them. */
  readonly asked: readonly MediaFile[];
  /** Ids of the formats of which only the server can tell, for some file. */
  readonly unknown: ReadonlySet<number>;
}

/** Reads the list once; the formats of the first files are computed while the others still come in. */
export async function readList(
  { client, config, server, tell }: ExactRequest,
  rules: Rules,
): Promise<ComputedList> {
  await using computing = startComputing(rules);
  const files: MediaFile[] = [];
  const read = await exporters[config.service].read(client, {
    instance: config.name,
    rules,
    chunkSize: config.chunkSize,
    // To the exporter every listed file is one whose formats, none, are known.
    carry: ({ fileId, inputs }) => {
      computing.add(fileId, fileInput({ ...inputs, service: config.service, item: inputs }, server));
      return [];
    },
    take: (some) => void files.push(...some),
    progress: (progress) => tell({ kind: 'progress', progress }),
  });
  return { read, ...sortOut(files, await computing.finish()) };
}

/** A file that was computed may have been left out: its movie's profile is not known. */
function sortOut(
  files: readonly MediaFile[],
  found: ReadonlyMap<number, FormatMatches>,
): Omit<ComputedList, 'read'> {
  const [asked, listed] = partition(files, ({ scoreSource }) => scoreSource === 'asked');
  const byId = new Map(listed.map((file) => [file.fileId, file]));
  const computed = [...found].flatMap(([fileId, { matched }]) => {
    const file = byId.get(fileId);
    return file === undefined ? [] : [{ file, matched }];
  });
  return { asked, computed, unknown: new Set([...found.values()].flatMap(({ unknown }) => unknown)) };
}
