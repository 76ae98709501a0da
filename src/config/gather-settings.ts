import { services } from '../model/service.ts';
import type { ConfigSource } from './config.ts';
import { type Search, shownPath } from './find-config-file.ts';
import { followReference } from './follow-reference.ts';
import { impliedBySecrets } from './implied-by-secrets.ts';
import { nothingFound, type OpenSource, openSource } from './open-source.ts';
import { type Overlay, overlayFlags, overlayVariables } from './overlay.ts';
import type { ConfigProblem, Place } from './problem.ts';
import { type Found, readSettings } from './read-settings.ts';
import { configSchema } from './schema.ts';
import { readSecretsFile } from './secrets-file.ts';
import { readServiceVariables } from './service-variables.ts';
import { type Finding, pathText, type Setting } from './setting.ts';
import { type Shape, shapeOf } from './shape.ts';
import { parseYaml } from './yaml-file.ts';

/** Everything that was said anywhere, the strongest last, not yet held against the schema. */
export interface Gathered {
  readonly source: ConfigSource;
  /** The file as people type it; empty without one. */
  readonly shownPath: string;
  readonly folder: string;
  readonly shape: Shape;
  readonly settings: readonly Setting[];
  readonly blocks: readonly { readonly path: readonly string[]; readonly place: Place }[];
  readonly findings: readonly Finding[];
  /** The file is no YAML; only `findings` counts. */
  readonly isBroken: boolean;
  readonly warnings: readonly ConfigProblem[];
  /** Keys of other tools. */
  readonly foreign: readonly (readonly string[])[];
  /** Absolute paths of the files that hold values, for the check of their modes. */
  readonly files: { readonly config: string | null; readonly secrets: string | null };
}

/** What to gather: where to look, and the flags `--set`. */
export interface Wanted extends Search {
  readonly flags: readonly string[];
}

/**
 * Reads file, secrets, variables and flags.
 *
 * @throws {ConfigError} when there is nothing to read
 */
export async function gatherSettings(wanted: Wanted): Promise<Gathered> {
  const open = await openSource(wanted);
  const shape = shapeOf(configSchema);
  const file = await readFileSettings(open, shape, wanted);
  const { environment } = wanted;
  const taken = new Set(file.names.map(([service = '']) => service));
  const variables = await readServiceVariables(environment, {
    taken,
    folder: wanted.surroundings.workingFolder,
  });
  const isSilent = open.path === null && variables.settings.length + variables.findings.length === 0;
  if (isSilent) throw nothingFound(wanted);
  const said = [...file.settings, ...variables.settings];
  const present = [...file.names, ...said.map(({ path }) => path)];
  const overlays: readonly Overlay[] = file.isBroken
    ? []
    : [overlayVariables(environment, { shape, present }), overlayFlags(wanted.flags, { shape, present })];
  return {
    source: open.source,
    shownPath: open.shownPath,
    folder: open.folder,
    shape,
    settings: [...said, ...overlays.flatMap(({ settings }) => settings)],
    blocks: file.blocks,
    findings: [...file.findings, ...variables.findings, ...overlays.flatMap(({ findings }) => findings)],
    warnings: [...open.warnings, ...variables.warnings.map(asWarning)],
    isBroken: file.isBroken,
    foreign: file.foreign,
    files: { config: open.path, secrets: file.usesSecrets ? file.secretsPath : null },
  };
}

interface FileSettings extends Pick<Gathered, 'settings' | 'blocks' | 'findings' | 'foreign'> {
  /** Paths the file speaks of, be they right or wrong. */
  readonly names: readonly (readonly string[])[];
  readonly isBroken: boolean;
  readonly usesSecrets: boolean;
  readonly secretsPath: string | null;
}

async function readFileSettings(open: OpenSource, shape: Shape, wanted: Wanted): Promise<FileSettings> {
  const { folder, path } = open;
  const yaml = parseYaml(open.text, open.shownPath);
  const found = [...readSettings(yaml, shape)];
  const secrets = await readSecretsFile(folder, (file) => shownPath(file, wanted.surroundings));
  const blocks = found.filter((one) => one.kind === 'block');
  const read = found.flatMap((one) => (one.kind === 'setting' ? [one.setting] : []));
  const own = [...read, ...impliedBySecrets(found, secrets)];
  const followed = await followAll(own, { folder, secrets, environment: wanted.environment });
  const usesSecrets = own.some(({ reference }) => reference?.tag === '!secret');
  const wrong = found.flatMap((one) => (one.kind === 'finding' ? [one.finding] : []));
  return {
    settings: followed.settings,
    blocks,
    findings: [...wrong, ...(usesSecrets ? secrets.findings : []), ...followed.findings],
    foreign: found.flatMap((one) => (one.kind === 'foreign' ? [one.path] : [])),
    names: path === null ? [] : namesOf(found),
    isBroken: yaml.isBroken,
    usesSecrets,
    secretsPath: secrets.path,
  };
}

function namesOf(found: readonly Found[]): readonly (readonly string[])[] {
  const paths = found.flatMap((one) => {
    if (one.kind === 'setting') return [one.setting.path];
    return one.kind === 'finding' ? [one.finding.meant ?? one.finding.path] : [one.path];
  });
  return paths.filter(([block]) => block === 'outputs' || services.some((known) => known === block));
}

async function followAll(
  settings: readonly Setting[],
  targets: Parameters<typeof followReference>[1],
): Promise<{ readonly settings: readonly Setting[]; readonly findings: readonly Finding[] }> {
  const resolved: Setting[] = [];
  const findings: Finding[] = [];
  for (const setting of settings) {
    const followed = setting.reference === null ? null : await followReference(setting.reference, targets);
    if (followed === null) resolved.push(setting);
    else if (followed.ok) resolved.push({ ...setting, value: followed.value });
    else findings.push(failure(setting, followed));
  }
  return { settings: resolved, findings };
}

function failure({ path, origin }: Setting, { message, hint }: Pick<Finding, 'message' | 'hint'>): Finding {
  return { path, message, hint, place: origin.kind === 'file' ? origin.place : null, meant: null };
}

function asWarning({ path, message, hint, place }: Finding): ConfigProblem {
  return { path: pathText(path), message, hint, place };
}
