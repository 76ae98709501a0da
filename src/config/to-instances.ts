import { resolve } from 'node:path';
import type { InstanceName } from '../model/instance.ts';
import { type Service, services } from '../model/service.ts';
import { checkAddress } from './address.ts';
import type { InstanceConfig } from './config.ts';
import type { Gathered } from './gather-settings.ts';
import { readText } from './read-text.ts';
import type { InstanceSettings, Settings } from './schema.ts';
import { type Finding, pathKey } from './setting.ts';
import { whereSet } from './where-set.ts';

/** The instances as the rest of the program knows them, Radarr's first, else in the order of the file. */
export async function toInstances(
  settings: Settings,
  gathered: Gathered,
): Promise<{ readonly instances: readonly InstanceConfig[]; readonly faults: readonly Finding[] }> {
  const instances: InstanceConfig[] = [];
  const faults: Finding[] = [];
  for (const { settings: instance, ...name } of inOrder(settings, gathered)) {
    const certificates = await readCertificates(instance.ca_file, gathered.folder);
    if (!certificates.ok) {
      const where = whereSet([name.service, name.name, 'ca_file'], gathered.settings, null);
      faults.push({ ...where, message: certificates.message, hint: null, meant: null });
    }
    instances.push(toInstance(instance, { ...name, ca: certificates.ok ? certificates.pem : null }));
  }
  return { instances, faults };
}

interface NamedSettings extends InstanceName {
  readonly settings: InstanceSettings;
}

/** An object puts names such as `2160` first: the order is that of what was gathered. */
function inOrder(settings: Settings, gathered: Gathered): readonly NamedSettings[] {
  const order = [...gathered.blocks, ...gathered.settings].map(({ path }) => pathKey(path.slice(0, 2)));
  const place = ({ service, name }: NamedSettings): number => order.indexOf(pathKey([service, name]));
  return services.flatMap((service) =>
    Object.entries(settings[service])
      .map(([name, instance]): NamedSettings => ({ service, name, settings: instance }))
      .sort((a, b) => place(a) - place(b)),
  );
}

function toInstance(
  settings: InstanceSettings,
  { service, name, ca }: { readonly service: Service; readonly name: string; readonly ca: string | null },
): InstanceConfig {
  const baseUrl = tidy(settings.base_url);
  return {
    service,
    name,
    baseUrl,
    externalUrl: settings.external_url === undefined ? baseUrl : tidy(settings.external_url),
    apiKey: settings.api_key,
    enabled: settings.enabled,
    workers: settings.workers,
    chunkSize: settings.chunk_size,
    timeouts: {
      listFirstByteMs: settings.timeouts.list_first_byte_seconds * 1000,
      listIdleMs: settings.timeouts.list_idle_seconds * 1000,
      otherMs: settings.timeouts.other_seconds * 1000,
      connectMs: settings.timeouts.connect_seconds * 1000,
    },
    maxRequestsPerSecond: settings.max_requests_per_second ?? null,
    ca,
    headers: settings.headers,
    allowInsecure: settings.allow_insecure,
  };
}

function tidy(text: string): string {
  const address = checkAddress(text);
  return address.ok ? address.url : text;
}

type Certificates =
  | { readonly ok: true; readonly pem: string | null }
  | { readonly ok: false; readonly message: string };

async function readCertificates(name: string | undefined, folder: string): Promise<Certificates> {
  if (name === undefined) return { ok: true, pem: null };
  const file = await readText(resolve(folder, name));
  if (!file.ok) return { ok: false, message: `${name} cannot be read: ${file.reason}` };
  if (!file.text.includes('-----BEGIN CERTIFICATE-----')) {
    return { ok: false, message: `${name} holds no certificate in PEM` };
  }
  return { ok: true, pem: file.text };
}
