import { services } from '../model/service.ts';
import { foreignKeys } from './foreign-keys.ts';
import { nearestKey } from './nearest-key.ts';
import type { Place } from './problem.ts';
import type { Finding } from './setting.ts';
import type { Shape } from './shape.ts';

type Judged =
  | { readonly kind: 'foreign'; readonly path: readonly string[] }
  | { readonly kind: 'finding'; readonly finding: Finding };

/**
 * A key that is not ours: mistyped, or left by another tool whose file this is as well.
 *
 * Others put keys at the top and into an instance; anywhere deeper a strange key is an error. Keys that begin
 * with `x-` hold anchors and are nobody's.
 */
export function* judgeKey(
  shape: Shape,
  path: readonly string[],
  place: Place,
): Generator<Judged, void, void> {
  const key = path.at(-1) ?? '';
  const isAmongOthers = isWhereOthersWrite(path);
  if (isAmongOthers && key.startsWith('x-')) return;
  const known = shape.kind === 'object' ? [...shape.keys.keys()] : [];
  const theirs = path.length === 1 ? foreignKeys.top : foreignKeys.instance;
  const meant = theirs.includes(key) ? null : nearestKey(key, known);
  if (meant !== null) yield unknownKey(path, place, { hint: `Did you mean "${meant}"?`, meant });
  else if (isAmongOthers) yield { kind: 'foreign', path };
  else yield unknownKey(path, place, { hint: `Known are ${known.join(', ')}`, meant: null });
}

/** At the top, and in an instance. */
function isWhereOthersWrite(path: readonly string[]): boolean {
  return path.length === 1 || (path.length === 3 && services.some((service) => service === path[0]));
}

function unknownKey(
  path: readonly string[],
  place: Place,
  { hint, meant }: { readonly hint: string; readonly meant: string | null },
): Judged {
  const instead = meant === null ? null : [...path.slice(0, -1), meant];
  return { kind: 'finding', finding: { path, message: 'unknown key', hint, place, meant: instead } };
}
