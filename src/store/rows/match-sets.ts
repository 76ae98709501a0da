import { damaged } from '../damaged.ts';
import type { Work } from '../engine/engine.ts';
import type { MatchSetRow } from '../file-tables.ts';
import { tenant } from '../tenant.ts';

/** Sets of formats that match together, each stored once. Lists of numbers are the same object for the same set. */
export interface MatchSets {
  readonly numberOf: (formats: readonly number[]) => number;
  /** @throws {AppError} code `store` for a number that is not stored: without its formats a score would be wrong */
  readonly formats: (set: number) => readonly number[];
  /** Sets that were numbered since, as rows; they are then taken as stored. */
  readonly takeNew: () => readonly MatchSetRow[];
}

const nothing: readonly number[] = [];

/** All sets of an instance. */
export async function loadMatchSets(work: Work, instance: number): Promise<MatchSets> {
  const rows = await work
    .selectFrom('match_set')
    .select(['match_set', 'formats'])
    .where('tenant', '=', tenant)
    .where('instance', '=', instance)
    .execute();
  const numbers = new Map(rows.map(({ match_set, formats }) => [formats, match_set]));
  const sets = new Map(rows.map(({ match_set, formats }) => [match_set, numbersIn(formats)]));
  let added: MatchSetRow[] = [];
  let next = Math.max(0, ...sets.keys()) + 1;
  return {
    numberOf: (members) => {
      const formats = members.join(',');
      const found = numbers.get(formats);
      if (found !== undefined) return found;
      const set = next;
      next += 1;
      numbers.set(formats, set);
      sets.set(set, members);
      added.push({ tenant, instance, match_set: set, formats });
      return set;
    },
    formats: (set) => sets.get(set) ?? damaged(`matches ${set} are named, and not stored`),
    takeNew: () => {
      const taken = added;
      added = [];
      return taken;
    },
  };
}

/** `3,17` as numbers. */
export function numbersIn(text: string): readonly number[] {
  return text === '' ? nothing : text.split(',').map(Number);
}
