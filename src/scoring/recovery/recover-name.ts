import type { MediaFile } from '../../model/media-file.ts';
import { isBlank } from '../matching/file-texts.ts';

/** What the server's history says of a file's names. Paths as the server writes them. */
export type NameTrace =
  | { readonly kind: 'imported'; readonly fileId: number; readonly droppedPath: string }
  | { readonly kind: 'renamed'; readonly at: Date; readonly from: string; readonly to: string };

/** A name that Sonarr matches on and does not tell. */
export interface RecoveredName {
  readonly path: string;
  /** `present`: no trace of another one; it was never renamed, or before the history begins. */
  readonly by: 'import' | 'rename' | 'present';
}

/** Looks names up; made once a library. */
export interface NameRecovery {
  /** null where the scene name stands and no other is looked at. */
  readonly recover: (file: RecoverableFile) => RecoveredName | null;
}

/** What is needed of a file. */
export type RecoverableFile = Pick<MediaFile, 'fileId' | 'path' | 'relativePath' | 'sceneName'>;

/**
 * The names under which files came: that of the import event with the file's id, else that before the earliest
 * rename in the chain that ends at the present path. Source: servarr.md 3.4.
 */
export function createNameRecovery(traces: readonly NameTrace[]): NameRecovery {
  const imports = new Map(
    traces.flatMap((trace) =>
      trace.kind === 'imported' ? [[trace.fileId, trace.droppedPath] as const] : [],
    ),
  );
  const renames = traces
    .filter((trace) => trace.kind === 'renamed')
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const byTarget = Map.groupBy(renames, ({ to }) => to);
  return {
    recover: ({ fileId, path, relativePath, sceneName }) => {
      if (!isBlank(sceneName)) return null;
      const imported = imports.get(fileId);
      if (imported !== undefined) return { path: imported, by: 'import' };
      const first = earliestName(path, byTarget);
      return first === path ? { path: relativePath, by: 'present' } : { path: first, by: 'rename' };
    },
  };
}

/** Goes back from rename to rename, each older than the last. */
function earliestName(
  path: string,
  byTarget: ReadonlyMap<string, readonly (NameTrace & { readonly kind: 'renamed' })[]>,
): string {
  let name = path;
  let before = Number.POSITIVE_INFINITY;
  for (;;) {
    const rename = byTarget.get(name)?.find(({ at }) => at.getTime() < before);
    if (rename === undefined) return name;
    name = rename.from;
    before = rename.at.getTime();
  }
}
