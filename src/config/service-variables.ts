import { resolve } from 'node:path';
import { type Service, services } from '../model/service.ts';
import { type Environment, readVariable } from './environment.ts';
import { readText } from './read-text.ts';
import type { Finding, Setting } from './setting.ts';

/** What `RADARR_URL` and its like say. */
export interface ServiceVariables {
  readonly settings: readonly Setting[];
  readonly findings: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/**
 * One instance for each service that no file speaks of, from `RADARR_URL` and `RADARR_API_KEY` or
 * `RADARR_API_KEY_FILE`. It is named after its service: `radarr`.
 */
export async function readServiceVariables(
  environment: Environment,
  { taken, folder }: { readonly taken: ReadonlySet<string>; readonly folder: string },
): Promise<ServiceVariables> {
  const free = services.filter((service) => !taken.has(service));
  const read = await Promise.all(free.map((service) => readOne(service, environment, folder)));
  return {
    settings: read.flatMap(({ settings }) => settings),
    findings: read.flatMap(({ findings }) => findings),
    warnings: read.flatMap(({ warnings }) => warnings),
  };
}

const nothing: ServiceVariables = { settings: [], findings: [], warnings: [] };

async function readOne(
  service: Service,
  environment: Environment,
  folder: string,
): Promise<ServiceVariables> {
  const [urlName, keyName, fileName] = namesFor(service);
  const url = readVariable(environment, urlName);
  const key = readVariable(environment, keyName);
  const file = readVariable(environment, fileName);
  if (url === null) {
    const lonely = [keyName, fileName].filter((name) => readVariable(environment, name) !== null);
    return { ...nothing, warnings: lonely.map((name) => about(name, `is set without ${urlName}`)) };
  }
  const address = setting([service, service, 'base_url'], url.trim(), urlName);
  if (key !== null && file !== null) return failed(keyName, `is set, and so is ${fileName}`, 'Unset one');
  if (key !== null) {
    return { ...nothing, settings: [address, setting([service, service, 'api_key'], key.trim(), keyName)] };
  }
  if (file === null) return failed(urlName, `is set without ${keyName} or ${fileName}`, `Set ${keyName} too`);
  const read = await readText(resolve(folder, file));
  if (!read.ok) return failed(fileName, `${file} cannot be read: ${read.reason}`, null);
  const path = [service, service, 'api_key'];
  return { ...nothing, settings: [address, setting(path, read.text.trim(), fileName)] };
}

function namesFor(service: Service): readonly [url: string, key: string, file: string] {
  const prefix = service.toUpperCase();
  return [`${prefix}_URL`, `${prefix}_API_KEY`, `${prefix}_API_KEY_FILE`];
}

function setting(path: readonly string[], value: string, name: string): Setting {
  return { path, value, origin: { kind: 'variable', name }, reference: null };
}

function failed(name: string, message: string, hint: string | null): ServiceVariables {
  return { ...nothing, findings: [{ ...about(name, message), hint }] };
}

function about(name: string, message: string): Finding {
  return { path: [name], message, hint: null, place: null, meant: null };
}
