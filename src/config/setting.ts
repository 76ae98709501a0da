import type { Place } from './problem.ts';

/** A value as YAML, a variable or a flag gives it. */
export type Scalar = string | number | boolean | null;

/** Where a value was set. */
export type Origin =
  | { readonly kind: 'file'; readonly place: Place }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'flag'; readonly name: string };

/** A pointer to a value that is kept elsewhere: `!secret radarr_key`. */
export interface Reference {
  readonly tag: string;
  readonly text: string;
}

/** One value on its way into the configuration. */
export interface Setting {
  /** `['radarr', 'main', 'workers']` */
  readonly path: readonly string[];
  readonly value: Scalar;
  readonly origin: Origin;
  /** Not resolved yet; `value` is then `null`. */
  readonly reference: Reference | null;
}

/** Something is wrong, and what it makes needless to say. */
export interface Finding {
  readonly path: readonly string[];
  readonly message: string;
  readonly hint: string | null;
  readonly place: Place | null;
  /** The path that was meant: that it is missing is then no news. */
  readonly meant: readonly string[] | null;
}

/** `radarr.main.api_key`; a key that was written where a name belongs is not shown. */
export function pathText(path: readonly string[]): string {
  return path.join('.').replaceAll(/[0-9a-f]{32,}/gi, '…');
}

/** One string for a path, whatever its names hold. */
export function pathKey(path: readonly string[]): string {
  return path.join('\u0000');
}
