import type { ConfigSource } from './config.ts';
import type { ConfigRequest } from './load-config.ts';
import { nothingFound, openSource } from './open-source.ts';
import { readServiceVariables } from './service-variables.ts';
import { readSurroundings } from './surroundings.ts';

/**
 * Which configuration would be read, and why; whether it is any good is not asked.
 *
 * @throws {ConfigError} when there is none, or a named one cannot be read
 */
export async function locateConfig(request: ConfigRequest): Promise<ConfigSource> {
  const { path, environment, surroundings = readSurroundings(environment) } = request;
  const { source } = await openSource({ path, environment, surroundings });
  if (source.kind === 'file') return source;
  const folder = surroundings.workingFolder;
  const { settings, findings } = await readServiceVariables(environment, { taken: new Set(), folder });
  if (settings.length + findings.length === 0) throw nothingFound({ path, environment, surroundings });
  return source;
}
