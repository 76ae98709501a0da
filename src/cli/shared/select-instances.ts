import type { InstanceConfig } from '../../config/config.ts';
import { AppError } from '../../lib/errors.ts';
import { nearest } from '../../lib/nearest.ts';
import { addressesAmong, instanceKey } from '../../model/instance.ts';

/** Which of the configured instances a person means. */
export interface InstanceChoice {
  /** `main`, `radarr/main`; none is all that are enabled. */
  readonly addresses: readonly string[];
  readonly service: string | null;
}

/**
 * The chosen instances, as configured. One that is named is read even where it is not enabled.
 *
 * @throws {AppError} code `config` when there is none of that name, or nothing to read
 */
export function selectInstances(
  all: readonly InstanceConfig[],
  { addresses, service }: InstanceChoice,
): readonly InstanceConfig[] {
  for (const address of addresses) if (!all.some((one) => isNamed(one, address))) throw unknown(address, all);
  const chosen = all.filter((one) => {
    if (service !== null && one.service !== service) return false;
    return addresses.length === 0 ? one.enabled : addresses.some((address) => isNamed(one, address));
  });
  if (chosen.length > 0) return chosen;
  throw new AppError('there is no instance to read', {
    code: 'config',
    hint: 'Write one with "arr-score init", or look at enabled: and --service.',
  });
}

function isNamed(instance: InstanceConfig, address: string): boolean {
  return instance.name === address || instanceKey(instance) === address;
}

function unknown(address: string, all: readonly InstanceConfig[]): AppError {
  const known = all.map(addressesAmong(all));
  const guess = nearest(address, [...known, ...all.map(({ name }) => name)]);
  const hint = guess === null ? `Instances: ${known.join(', ') || 'none'}.` : `Did you mean "${guess}"?`;
  return new AppError(`there is no instance "${address}"`, { code: 'config', hint });
}
