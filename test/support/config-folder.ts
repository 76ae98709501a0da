import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../src/config/config.ts';
import type { Environment } from '../../src/config/environment.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { ConfigError, describeProblem } from '../../src/config/problem.ts';
import type { Surroundings } from '../../src/config/surroundings.ts';
import { aFolder } from './folder.ts';

/** A key that no guard objects to. */
export const aKey = 'b2c4d6e8f0a1b3c5d7e9f1a2b4c6d8e0';

/** One good instance. */
export const goodFile: string = `radarr:\n  main:\n    base_url: http://nas:7878\n    api_key: ${aKey}\n`;

/** A machine of its own, its files readable by their owner alone: a working folder, a configuration folder and a container's folder. */
export interface ConfigFolder extends AsyncDisposable {
  readonly path: string;
  readonly surroundings: Surroundings;
  readonly load: (said?: Said) => Promise<Config>;
  /** What a person is told: problems, or warnings behind `!`; `ROOT` is the folder. */
  readonly told: (said?: Said) => Promise<string>;
}

/** What a person says besides the files. */
export interface Said {
  readonly path?: string | null;
  readonly environment?: Environment;
  readonly flags?: readonly string[];
}

/** Files below `work/`, `home/` and `container/`; a bare name lies in the working folder. */
export async function aConfigFolder(files: Readonly<Record<string, string>>): Promise<ConfigFolder> {
  const placed = Object.entries(files).map(([name, text]) => {
    return [name.includes('/') ? name : `work/${name}`, text] as const;
  });
  const folder = await aFolder({ 'work/.keep': '', ...Object.fromEntries(placed) });
  if (process.platform !== 'win32') {
    for (const [name] of placed) await chmod(join(folder.path, name), 0o600);
  }
  const surroundings = {
    workingFolder: join(folder.path, 'work'),
    configFolder: join(folder.path, 'home'),
    dataFolder: join(folder.path, 'data'),
    containerFolder: join(folder.path, 'container'),
  };
  const load = ({ path = null, environment = {}, flags = [] }: Said = {}): Promise<Config> => {
    return loadConfig({ path, environment, flags, surroundings });
  };
  return {
    path: folder.path,
    surroundings,
    load,
    told: async (said) => (await tell(load(said))).replaceAll(folder.path, 'ROOT'),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

async function tell(loading: Promise<Config>): Promise<string> {
  try {
    const { warnings } = await loading;
    return warnings.map((warning) => `! ${describeProblem(warning)}`).join('\n');
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}
