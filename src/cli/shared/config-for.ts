import type { Config } from '../../config/config.ts';
import { loadConfig } from '../../config/load-config.ts';
import type { CommandContext } from '../command.ts';
import type { GlobalFlags } from './global-flags.ts';

/** The configuration that a command runs with: file, variables and the flags of the line. @throws {AppError} code `config` */
export function configFor(
  { config: path, set: flags }: GlobalFlags,
  { environment }: Pick<CommandContext, 'environment'>,
): Promise<Config> {
  return loadConfig({ path, flags, environment });
}
