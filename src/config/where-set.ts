import type { Place } from './problem.ts';
import { type Finding, pathKey, type Setting } from './setting.ts';

/**
 * What to show of a path that something is wrong with: its place in the file, or the variable or flag behind it.
 *
 * @param otherwise  the place to show where the path was not set at all
 */
export function whereSet(
  path: readonly string[],
  settings: readonly Setting[],
  otherwise: Place | null,
): Pick<Finding, 'path' | 'place'> {
  const origin = settings.findLast((setting) => pathKey(setting.path) === pathKey(path))?.origin;
  if (origin === undefined) return { path, place: otherwise };
  return origin.kind === 'file' ? { path, place: origin.place } : { path: [origin.name], place: null };
}
