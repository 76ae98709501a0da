import { isUsualKey } from './api-key.ts';
import type { InstanceConfig } from './config.ts';
import { warnIfReadable } from './file-mode.ts';
import { shownPath } from './find-config-file.ts';
import type { Gathered } from './gather-settings.ts';
import type { ConfigProblem } from './problem.ts';
import { pathText } from './setting.ts';
import { shapeAt } from './shape.ts';
import type { Surroundings } from './surroundings.ts';
import { whereSet } from './where-set.ts';

/** What is worth knowing of a configuration that can be used. */
export async function configWarnings(
  gathered: Gathered,
  instances: readonly InstanceConfig[],
  surroundings: Surroundings,
): Promise<readonly ConfigProblem[]> {
  return [
    ...gathered.warnings,
    ...(await modeWarnings(gathered, surroundings)),
    ...foreignWarning(gathered),
    ...instances
      .filter(({ apiKey }) => !isUsualKey(apiKey))
      .map((instance) => keyWarning(instance, gathered)),
    ...(instances.some(({ enabled }) => enabled) ? [] : [allOff]),
  ];
}

const allOff: ConfigProblem = {
  place: null,
  path: '',
  message: 'every instance is switched off',
  hint: null,
};

async function modeWarnings(
  gathered: Gathered,
  surroundings: Surroundings,
): Promise<readonly ConfigProblem[]> {
  const { config, secrets } = gathered.files;
  const files = [holdsKeys(gathered) ? config : null, secrets].filter((path) => path !== null);
  const warnings = await Promise.all(
    files.map((path) => warnIfReadable(path, shownPath(path, surroundings))),
  );
  return warnings.filter((warning) => warning !== null);
}

/** A key that is written out, not referred to. */
function holdsKeys({ settings, shape }: Gathered): boolean {
  return settings.some(({ path, origin, reference }) => {
    const leaf = shapeAt(shape, path);
    return origin.kind === 'file' && reference === null && leaf?.kind === 'leaf' && leaf.isSecret;
  });
}

function foreignWarning({ foreign, shownPath: path }: Gathered): readonly ConfigProblem[] {
  const names = [...new Set(foreign.map((path) => pathText(path.slice(-1))))];
  if (names.length === 0) return [];
  return [
    { place: null, path, message: `not read, as other tools use them: ${names.join(', ')}`, hint: null },
  ];
}

function keyWarning({ service, name }: InstanceConfig, { settings }: Gathered): ConfigProblem {
  const { path, place } = whereSet([service, name, 'api_key'], settings, null);
  const message = 'is not 32 hexadecimal digits, as Radarr and Sonarr make their keys';
  return { place, path: pathText(path), message, hint: null };
}
