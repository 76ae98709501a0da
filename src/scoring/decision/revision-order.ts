import type { FileQuality, Revision } from '../../model/quality.ts';

/** Below 0 when `a` is the older cut: by `real`, then by version; whether it is a repack does not count. Source: servarr.md 6.1. */
export function compareRevision(a: Revision, b: Revision): number {
  return Math.sign(a.real - b.real || a.version - b.version);
}

/** Whether `next` is a proper or repack of the very quality on disk. Source: servarr.md 6.1. */
export function isRevisionUpgrade(current: FileQuality, next: FileQuality): boolean {
  return current.id === next.id && compareRevision(next.revision, current.revision) > 0;
}
