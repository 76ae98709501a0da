import { dirname } from 'node:path';
import type { ConfigSource } from './config.ts';
import { candidates, findConfigFile, type Search, shownPath } from './find-config-file.ts';
import { ConfigError, type ConfigProblem } from './problem.ts';
import { readText } from './read-text.ts';

/** The text of the configuration, before anyone has read it. */
export interface OpenSource {
  readonly source: ConfigSource;
  /** Absolute; `null` without a file. */
  readonly path: string | null;
  /** As people type it; empty without a file. */
  readonly shownPath: string;
  /** Where relative file names start. */
  readonly folder: string;
  readonly text: string;
  readonly warnings: readonly ConfigProblem[];
}

/**
 * Finds and reads the file; without one, the variables alone may do.
 *
 * @throws {ConfigError} when a named file cannot be read
 */
export async function openSource(search: Search): Promise<OpenSource> {
  const { surroundings } = search;
  const result = findConfigFile(search);
  if (result === null) {
    return {
      source: { kind: 'environment' },
      path: null,
      shownPath: '',
      folder: surroundings.workingFolder,
      text: '',
      warnings: [],
    };
  }
  const { found, passedOver } = result;
  const shown = shownPath(found.path, surroundings);
  const file = await readText(found.path);
  if (!file.ok) throw unreadable(shown, file.reason);
  return {
    source: { kind: 'file', path: shown, why: found.why },
    path: found.path,
    shownPath: shown,
    folder: dirname(found.path),
    text: file.text,
    warnings: passedOver === null ? [] : [passedOverWarning(shown, shownPath(passedOver, surroundings))],
  };
}

/** Nothing was found anywhere: where it was looked for. */
export function nothingFound(search: Search): ConfigError {
  const looked = candidates(search).map(({ path }) => shownPath(path, search.surroundings));
  const message = `no configuration. Looked for ${looked.join(', ')} and for RADARR_URL, SONARR_URL`;
  return new ConfigError([{ place: null, path: '', message, hint: 'Write one with arr-score init' }]);
}

function unreadable(shown: string, reason: string): ConfigError {
  const hint = reason === 'there is no such file' ? 'Write one with arr-score init' : null;
  return new ConfigError([{ place: null, path: shown, message: reason, hint }]);
}

function passedOverWarning(read: string, other: string): ConfigProblem {
  return { place: null, path: other, message: `is not read, as ${read} is there too`, hint: 'Remove one' };
}
