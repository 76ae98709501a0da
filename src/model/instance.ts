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
  const sharing = all.filter(({ name }) => name === instance.name);
  return sharing.length > 1 ? instanceKey(instance) : instance.name;
}
