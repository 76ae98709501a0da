import { resolve } from 'node:path';
import type { Service } from '../model/service.ts';
import { checkAddress } from './address.ts';
import { keyFlaw, keySentences } from './api-key.ts';
import { type Environment, readVariable } from './environment.ts';
import { newSetting } from './new-setting.ts';
import { ConfigError } from './problem.ts';
import type { Reference, Setting } from './setting.ts';

/** The flags of `init` for one service. */
export interface ServiceFlags {
  readonly service: Service;
  readonly url: string | null;
  /** `-` reads the next line of stdin. */
  readonly key: string | null;
  readonly keyFile: string | null;
}

/** Where a key may come from when no flag has it. */
export interface KeySources {
  readonly environment: Environment;
  readonly workingFolder: string;
  readonly nextLine: () => Promise<string | null>;
  /** Asks a person; `null` when nobody is there. */
  readonly ask: ((service: Service) => Promise<string | null>) | null;
}

/**
 * Settings of the services whose address was given; a key file or variable is referred to, not copied.
 *
 * @returns `null` when the person left while being asked
 * @throws {ConfigError} for a flag that will not do
 */
export async function flagSettings(
  all: readonly ServiceFlags[],
  sources: KeySources,
): Promise<readonly Setting[] | null> {
  const settings: Setting[] = [];
  for (const flags of all) {
    const { service, url } = flags;
    if (url === null) {
      refuseLonelyKey(flags);
      continue;
    }
    const address = checkAddress(url);
    if (!address.ok) throw wrong(`--${service}-url`, address.message, address.hint);
    const key = await keyFor(flags, sources);
    if (key === null) return null;
    settings.push(newSetting([service, 'main', 'base_url'], address.url));
    settings.push(newSetting([service, 'main', 'api_key'], key));
  }
  return settings;
}

function refuseLonelyKey({ service, key, keyFile }: ServiceFlags): void {
  if (key === null && keyFile === null) return;
  const flag = key === null ? `--${service}-api-key-file` : `--${service}-api-key`;
  throw wrong(flag, `is given without --${service}-url`, `Add --${service}-url`);
}

async function keyFor(flags: ServiceFlags, sources: KeySources): Promise<string | Reference | null> {
  const { service, key, keyFile } = flags;
  const flag = `--${service}-api-key`;
  if (key !== null && keyFile !== null)
    throw wrong(flag, `is given, and so is ${flag}-file`, 'Leave one out');
  if (keyFile !== null) return { tag: '!file', text: resolve(sources.workingFolder, keyFile) };
  if (key !== null) return checkedKey(key === '-' ? await sources.nextLine() : key, flag);
  return fromVariables(service, sources) ?? (await asked(service, sources));
}

function checkedKey(key: string | null, flag: string): string {
  if (key === null || key.trim() === '')
    throw wrong(flag, 'no key came from stdin', 'Pipe it in, one line a key');
  const flaw = keyFlaw(key.trim());
  if (flaw !== null) throw wrong(flag, keySentences[flaw].message, keySentences[flaw].hint);
  return key.trim();
}

function fromVariables(service: Service, { environment, workingFolder }: KeySources): Reference | null {
  const name = `${service.toUpperCase()}_API_KEY`;
  if (readVariable(environment, name) !== null) return { tag: '!env', text: name };
  const file = readVariable(environment, `${name}_FILE`);
  return file === null ? null : { tag: '!file', text: resolve(workingFolder, file) };
}

async function asked(service: Service, { ask }: KeySources): Promise<string | null> {
  if (ask !== null) return ask(service);
  const hint = `Add --${service}-api-key-file FILE, or "--${service}-api-key -" and pipe the key in`;
  throw wrong(`--${service}-url`, 'is given without a key', hint);
}

function wrong(path: string, message: string, hint: string): ConfigError {
  return new ConfigError([{ place: null, path, message, hint }]);
}
