import { buildSettings } from './build-settings.ts';
import type { Config, InstanceConfig } from './config.ts';
import { configWarnings } from './config-warnings.ts';
import type { Environment } from './environment.ts';
import { type Gathered, gatherSettings } from './gather-settings.ts';
import { nameFindings } from './name-findings.ts';
import { ConfigError, type ConfigProblem } from './problem.ts';
import { readProxy } from './read-proxy.ts';
import type { Settings } from './schema.ts';
import { scrub } from './scrub.ts';
import { type Finding, pathText } from './setting.ts';
import { storePlace, storeSecrets } from './store-place.ts';
import { readSurroundings, type Surroundings } from './surroundings.ts';
import { toInstances } from './to-instances.ts';
import { toOutputs } from './to-outputs.ts';

/** What the person said on the command line, and where the process runs. */
export interface ConfigRequest {
  /** `--config`; `null` looks in the usual places. */
  readonly path: string | null;
  readonly environment: Environment;
  /** `--set radarr.main.workers=3`, the part after the flag. */
  readonly flags?: readonly string[];
  /** Default: those of this process. */
  readonly surroundings?: Surroundings;
}

/**
 * Reads and checks the configuration: flags over variables over the file over defaults.
 *
 * @throws {ConfigError} code `config`, with every problem there is
 */
export async function loadConfig(request: ConfigRequest): Promise<Config> {
  const { config } = await loadWithSources(request);
  return config;
}

/** The configuration together with where each value of it comes from. */
export async function loadWithSources(
  request: ConfigRequest,
): Promise<{ readonly config: Config; readonly gathered: Gathered; readonly settings: Settings }> {
  const { path, environment, flags = [], surroundings = readSurroundings(environment) } = request;
  const gathered = await gatherSettings({ path, environment, flags, surroundings });
  const { proxy, secrets: passwords, findings: proxyFindings } = readProxy(environment);
  const built = gathered.isBroken ? null : buildSettings(gathered);
  const early = [...gathered.findings, ...nameFindings(gathered.blocks), ...proxyFindings];
  if (built === null || !built.ok)
    throw failed([...early, ...newsIn(built?.findings ?? [], early)], gathered);
  const { instances, faults } = await toInstances(built.settings, gathered);
  const findings = [
    ...early,
    ...faults,
    ...(instances.length === 0 && early.length === 0 ? [noInstance(gathered)] : []),
  ];
  if (findings.length > 0) throw failed(findings, gathered);
  const secrets = [
    ...new Set([...secretsOf(instances), ...passwords, ...storeSecrets(built.settings.store)]),
  ].filter(({ length }) => length >= 6);
  const warnings = await configWarnings(gathered, instances, surroundings);
  const { source, folder } = gathered;
  const store = storePlace(built.settings.store, { folder, source, surroundings });
  const outputs = toOutputs(built.settings, folder);
  const config = { instances, proxy, store, outputs, secrets, warnings, source };
  return { config, gathered, settings: built.settings };
}

/** Findings of the schema that nothing said before explains. */
function newsIn(late: readonly Finding[], early: readonly Finding[]): readonly Finding[] {
  const explained = early.map(({ path, meant }) => meant ?? path).filter(({ length }) => length > 0);
  return late.filter(({ meant, path }) => {
    const about = meant ?? path;
    return !explained.some((start) => start.every((segment, index) => segment === about[index]));
  });
}

function failed(findings: readonly Finding[], { settings, shape }: Gathered): ConfigError {
  const problems = findings.map(({ path, message, hint, place }): ConfigProblem => {
    return { path: pathText(path), message, hint, place };
  });
  return new ConfigError(scrub(problems, settings, shape));
}

function noInstance({ shownPath }: Gathered): Finding {
  const hint = 'Write one under radarr: or sonarr:, or let arr-score init do it';
  return { path: [shownPath], message: 'names no instance', hint, place: null, meant: null };
}

function secretsOf(instances: readonly InstanceConfig[]): readonly string[] {
  return instances.flatMap(({ apiKey, headers }) => [apiKey, ...Object.values(headers)]);
}
