import { resolve } from 'node:path';
import type { OutputConfig } from './config.ts';
import type { Settings } from './schema.ts';

/** The outputs as the rest of the program knows them. @param folder  that of the file: paths are relative to it */
export function toOutputs({ outputs }: Settings, folder: string): readonly OutputConfig[] {
  return Object.entries(outputs).map(([output, { folder: place, keep = null, ...settings }]) => {
    return { output, ...settings, keep, folder: place === undefined ? null : resolve(folder, place) };
  });
}
