import type { Service } from './service.ts';

/** One configured server, by its two names. */
export interface InstanceName {
  readonly service: Service;
  /** As the user calls it: `main`, `radarr-4k`. Two services may share a name. */
  readonly name: string;
}

/** Unique over all instances: `radarr/main`. */
export function instanceKey({ service, name }: InstanceName): string {
  return `${service}/${name}`;
}

/** What people type and read: the bare name, or `radarr/main` where another service has the same name. */
export function instanceAddress(instance: InstanceName, all: readonly InstanceName[]): string {
  return addressesAmong(all)(instance);
}

/** `instanceAddress` for whoever asks again and again: all names are looked at once. */
export function addressesAmong(all: readonly InstanceName[]): (instance: InstanceName) => string {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { name } of all) (seen.has(name) ? shared : seen).add(name);
  return (instance) => (shared.has(instance.name) ? instanceKey(instance) : instance.name);
}
