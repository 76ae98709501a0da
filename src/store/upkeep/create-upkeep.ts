import type { Engine } from '../engine/engine.ts';
import type { Guarded } from '../engine/guarded.ts';
import type { Upkeep } from '../upkeep.ts';
import { describeStore } from './describe-store.ts';
import { findFlaws } from './find-flaws.ts';
import { pruneDays } from './prune-days.ts';

/** What keeps a store sound and small. */
export function createUpkeep(engine: Engine, { read, write, attempt }: Guarded): Upkeep {
  return {
    info: () => attempt(() => describeStore(engine)),
    check: () =>
      attempt(async () => {
        const problems = await engine.integrity();
        if (problems.length > 0) return problems.map((problem) => ({ instance: null, problem }));
        return read(findFlaws);
      }),
    backup: (path) => attempt(() => engine.backup(path)),
    vacuum: () => attempt(engine.vacuum),
    prune: (before) => write((work) => pruneDays(work, before)),
  };
}
