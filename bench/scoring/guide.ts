import { existsSync } from 'node:fs';
import type { Say } from '../benchmark.ts';

const guide = '../shared/data/trash-guides';

/** Runs measurements with the folder of the public guide; null where it is not there. */
export async function withGuide<T>(say: Say, measure: (folder: string) => Promise<T>): Promise<T | null> {
  if (existsSync(guide)) return measure(guide);
  say('the public guide is not there');
  return null;
}
