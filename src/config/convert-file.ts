import { dirname, resolve } from 'node:path';
import { shownPath } from './find-config-file.ts';
import { impliedBySecrets } from './implied-by-secrets.ts';
import { ConfigError } from './problem.ts';
import { type Found, readSettings } from './read-settings.ts';
import { readText } from './read-text.ts';
import { configSchema } from './schema.ts';
import { readSecretsFile, type SecretsFile } from './secrets-file.ts';
import { pathText, type Setting } from './setting.ts';
import { shapeOf } from './shape.ts';
import type { Surroundings } from './surroundings.ts';
import { parseYaml } from './yaml-file.ts';

/** What of another tool's file can be kept. */
export interface Converted {
  /** References stay references; file names fit the new folder. */
  readonly settings: readonly Setting[];
  /** What a person should know, sentences without a full stop. */
  readonly notes: readonly string[];
}

/** Where the file is and where its contents go. */
export interface Conversion {
  readonly from: string;
  readonly targetFolder: string;
  readonly surroundings: Surroundings;
}

/**
 * Takes the instances out of a file of Recyclarr or Configarr, or one of ours.
 *
 * @throws {ConfigError} when it cannot be read, is wrong, or names no instance
 */
export async function convertFile({ from, targetFolder, surroundings }: Conversion): Promise<Converted> {
  const path = resolve(surroundings.workingFolder, from);
  const shown = shownPath(path, surroundings);
  const file = await readText(path);
  if (!file.ok) throw refused(shown, file.reason);
  const found = [...readSettings(parseYaml(file.text, shown), shapeOf(configSchema))];
  const wrong = found.flatMap((one) => (one.kind === 'finding' ? [one.finding] : []));
  if (wrong.length > 0) {
    throw new ConfigError(wrong.map((finding) => ({ ...finding, path: pathText(finding.path) })));
  }
  const folder = dirname(path);
  const secrets = await readSecretsFile(folder, (file) => shownPath(file, surroundings));
  const read = found.flatMap((one) => (one.kind === 'setting' ? [one.setting] : []));
  const settings = [...read, ...impliedBySecrets(found, secrets)];
  if (settings.length === 0) throw refused(shown, 'names no instance with values of its own');
  const isElsewhere = folder !== resolve(targetFolder);
  return {
    settings: isElsewhere ? settings.map((setting) => fromFolder(setting, folder)) : settings,
    notes: [...leftOut(found), ...(isElsewhere ? secretsNote(settings, secrets, targetFolder) : [])],
  };
}

function refused(path: string, message: string): ConfigError {
  return new ConfigError([{ place: null, path, message, hint: null }]);
}

/** A file name that was relative to the old folder. */
function fromFolder(setting: Setting, folder: string): Setting {
  const { reference, value, path } = setting;
  if (reference?.tag === '!file') {
    return { ...setting, reference: { tag: '!file', text: resolve(folder, reference.text.trim()) } };
  }
  const isPlace = path.at(-1) === 'ca_file' || (path[0] === 'outputs' && path.at(-1) === 'folder');
  return isPlace && typeof value === 'string' ? { ...setting, value: resolve(folder, value) } : setting;
}

function leftOut(found: readonly Found[]): readonly string[] {
  const keys = found.flatMap((one) => (one.kind === 'foreign' ? [pathText(one.path.slice(-1))] : []));
  return keys.length === 0 ? [] : [`left out, as other tools use them: ${[...new Set(keys)].join(', ')}`];
}

function secretsNote(
  settings: readonly Setting[],
  { path }: SecretsFile,
  targetFolder: string,
): readonly string[] {
  if (!settings.some(({ reference }) => reference?.tag === '!secret')) return [];
  return [`!secret is looked up in ${targetFolder}: copy ${path ?? 'secrets.yml'} there`];
}
