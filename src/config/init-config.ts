import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { AppError } from '../lib/errors.ts';
import { askKey, askSettings } from './ask-settings.ts';
import { convertFile } from './convert-file.ts';
import { type Environment, readVariable } from './environment.ts';
import { findConfigFile, shownPath } from './find-config-file.ts';
import { flagSettings, type ServiceFlags } from './flag-settings.ts';
import { makeFolder } from './make-folder.ts';
import { ConfigError } from './problem.ts';
import type { Questions } from './questions.ts';
import { renderConfig } from './render-config.ts';
import type { Setting } from './setting.ts';
import type { Surroundings } from './surroundings.ts';

/** What `init` is asked to do. */
export interface InitRequest {
  /** `--config`: where to write. */
  readonly path: string | null;
  /** `--from` */
  readonly from: string | null;
  readonly services: readonly ServiceFlags[];
  readonly environment: Environment;
  readonly surroundings: Surroundings;
  /** The next line of stdin, `null` at its end. */
  readonly nextLine: () => Promise<string | null>;
  /** `null` when nobody is there to answer. */
  readonly questions: Questions | null;
}

/** What was written, and what a person should know of it. */
export interface Written {
  readonly path: string;
  readonly notes: readonly string[];
}

/**
 * Writes a commented configuration, readable by its owner alone; never over a file that is there.
 *
 * @returns `null` when the person left before the end; nothing is written then
 * @throws {AppError} code `config`
 */
export async function initConfig(request: InitRequest): Promise<Written | null> {
  const target = targetOf(request);
  const shown = shownPath(target, request.surroundings);
  if (existsSync(target)) throw alreadyThere(shown);
  const said = await collect(request, dirname(target));
  if (said === null) return null;
  if (said.settings.length === 0) throw nothingSaid();
  await writeNew(target, `${head}\n${renderConfig(said.settings)}`, shown);
  return { path: shown, notes: [...said.notes, ...shadowNote(target, request)] };
}

const head = `# Configuration of arr-score; docs/configuration.md has every key.
# A key need not stand here: !secret NAME takes it from secrets.yml beside this file,
# !env NAME from a variable, !file PATH from a file.
`;

interface Collected {
  readonly settings: readonly Setting[];
  readonly notes: readonly string[];
}

async function collect(request: InitRequest, targetFolder: string): Promise<Collected | null> {
  const { from, services, surroundings, questions } = request;
  const isFlagged = services.some(({ url, key, keyFile }) =>
    [url, key, keyFile].some((flag) => flag !== null),
  );
  if (from !== null && isFlagged)
    throw usage('--from and flags for a service exclude each other', 'Give one');
  if (from !== null) return convertFile({ from, targetFolder, surroundings });
  const settings = isFlagged ? await fromFlags(request) : await fromNothing(questions);
  return settings === null ? null : { settings, notes: [] };
}

function fromFlags(request: InitRequest): Promise<readonly Setting[] | null> {
  const { services, environment, surroundings, nextLine, questions } = request;
  const { workingFolder } = surroundings;
  const ask = questions === null ? null : (service: ServiceFlags['service']) => askKey(service, questions);
  return flagSettings(services, { environment, workingFolder, nextLine, ask });
}

async function fromNothing(questions: Questions | null): Promise<readonly Setting[] | null> {
  if (questions !== null) return askSettings(questions);
  throw usage(
    'there is no terminal to ask on',
    'Give --radarr-url with --radarr-api-key-file, the same for Sonarr, or --from FILE',
  );
}

function targetOf({ path, environment, surroundings }: InitRequest): string {
  const { workingFolder, containerFolder, configFolder } = surroundings;
  const named = path ?? readVariable(environment, 'ARR_SCORE_CONFIG');
  if (named !== null) return resolve(workingFolder, named);
  return join(existsSync(containerFolder) ? containerFolder : configFolder, 'arr-score.yaml');
}

async function writeNew(path: string, text: string, shown: string): Promise<void> {
  try {
    await makeFolder(dirname(path), 0o700);
    await writeFile(path, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'a fault';
    // A folder whose name a file bears: ENOTDIR or EEXIST, as the system likes.
    const isShadowed = error instanceof Error && 'syscall' in error && error.syscall === 'mkdir';
    const message = isShadowed
      ? `its folder cannot be made: it ended with ${code}`
      : `cannot be written: it ended with ${code}`;
    const hint = 'Name another file with --config';
    throw new ConfigError([{ place: null, path: shown, message, hint }], { cause: error });
  }
}

/** Another file that the search meets first. */
function shadowNote(target: string, { environment, surroundings, path }: InitRequest): readonly string[] {
  const found = findConfigFile({ path: null, environment, surroundings })?.found.path;
  if (found === target) return [];
  if (found === undefined) return [`it is read with --config ${path ?? ''}`];
  return [`without --config, ${shownPath(found, surroundings)} is read instead`];
}

function alreadyThere(shown: string): ConfigError {
  const hint = 'Remove it first, or name another with --config';
  const message = 'is there already and is never overwritten';
  return new ConfigError([{ place: null, path: shown, message, hint }]);
}

function nothingSaid(): AppError {
  return usage('no server was named, so nothing was written', 'Name Radarr, Sonarr or both');
}

function usage(message: string, hint: string): AppError {
  return new AppError(message, { code: 'config', hint });
}
