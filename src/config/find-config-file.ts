import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { ConfigSource } from './config.ts';
import { type Environment, readVariable } from './environment.ts';
import type { Surroundings } from './surroundings.ts';

/** Where a configuration may be, best first. */
export interface Candidate {
  /** Absolute. */
  readonly path: string;
  readonly why: Extract<ConfigSource, { kind: 'file' }>['why'];
  /** Named by the user: when it is not there, nothing else will do. */
  readonly isNamed: boolean;
}

/** What decides where to look. */
export interface Search {
  /** `--config` */
  readonly path: string | null;
  readonly environment: Environment;
  readonly surroundings: Surroundings;
}

/** The file to read and those passed over beside it, or `null`: there is none. */
export function findConfigFile(
  search: Search,
): { readonly found: Candidate; readonly passedOver: string | null } | null {
  const all = candidates(search);
  for (const [index, found] of all.entries()) {
    if (!found.isNamed && !existsSync(found.path)) continue;
    const twin = all[index + 1];
    const isPassedOver = twin !== undefined && twin.why === found.why && existsSync(twin.path);
    return { found, passedOver: isPassedOver ? twin.path : null };
  }
  return null;
}

/** Every place that is looked at, in order. */
export function candidates({ path, environment, surroundings }: Search): readonly Candidate[] {
  const { workingFolder, configFolder, containerFolder } = surroundings;
  if (path !== null) return [{ path: resolve(workingFolder, path), why: 'flag', isNamed: true }];
  const variable = readVariable(environment, 'ARR_SCORE_CONFIG');
  if (variable !== null) return [{ path: resolve(workingFolder, variable), why: 'variable', isNamed: true }];
  const folders = [
    { folder: workingFolder, why: 'working-folder' },
    { folder: configFolder, why: 'config-folder' },
    { folder: containerFolder, why: 'container' },
  ] as const;
  return folders.flatMap(({ folder, why }) =>
    ['arr-score.yaml', 'arr-score.yml'].map((name) => ({ path: join(folder, name), why, isNamed: false })),
  );
}

/** A path as people may type it: relative when it lies in the working folder. */
export function shownPath(path: string, { workingFolder }: Surroundings): string {
  const inside = relative(workingFolder, path);
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside;
}
