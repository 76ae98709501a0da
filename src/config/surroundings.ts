import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Environment, readVariable } from './environment.ts';

/** Where this process runs, as far as finding a file goes. */
export interface Surroundings {
  readonly workingFolder: string;
  /** The platform's own folder for the configuration of this program. */
  readonly configFolder: string;
  /** The platform's own folder for data that outlives the program. */
  readonly dataFolder: string;
  /** Where a container has its configuration mounted. */
  readonly containerFolder: string;
}

/** The folders of this process. */
export function readSurroundings(environment: Environment): Surroundings {
  return {
    workingFolder: process.cwd(),
    configFolder: configFolder(environment, process.platform),
    dataFolder: dataFolder(environment, homeOf(environment), process.platform),
    containerFolder: '/config',
  };
}

/** `XDG_CONFIG_HOME` wherever it is set, else what each platform prescribes. */
export function configFolder(environment: Environment, platform: NodeJS.Platform): string {
  const home = homeOf(environment);
  const standard = {
    win32: readVariable(environment, 'APPDATA') ?? join(home, 'AppData', 'Roaming'),
    darwin: join(home, 'Library', 'Application Support'),
  };
  const own = platform === 'win32' || platform === 'darwin' ? standard[platform] : join(home, '.config');
  return join(readVariable(environment, 'XDG_CONFIG_HOME') ?? own, 'arr-score');
}

/** The folder of this program for data that must outlive it, as each platform prescribes. */
export function dataFolder(environment: Environment, home: string, platform: NodeJS.Platform): string {
  const standard = {
    win32: readVariable(environment, 'LOCALAPPDATA') ?? join(home, 'AppData', 'Local'),
    darwin: join(home, 'Library', 'Application Support'),
  };
  const own =
    platform === 'win32' || platform === 'darwin' ? standard[platform] : join(home, '.local', 'share');
  return join(readVariable(environment, 'XDG_DATA_HOME') ?? own, 'arr-score');
}

function homeOf(environment: Environment): string {
  return readVariable(environment, 'HOME') ?? readVariable(environment, 'USERPROFILE') ?? homedir();
}
