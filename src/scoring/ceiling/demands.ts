import type { CustomFormat, Specification } from '../../model/custom-format.ts';
import { canHold, type Truth, truthOf } from './truth.ts';

/** What a format needs of a release, whatever the release: patterns are told apart by their text alone. */
export interface Demands {
  /** What must be so for the format to match: by condition, whether it holds before negation. */
  readonly forced: ReadonlyMap<string, boolean>;
  /** All conditions, one group for each kind. */
  readonly groups: readonly (readonly Keyed[])[];
  readonly keys: ReadonlySet<string>;
}

/** A condition with a key that is the same for all that ask the same. */
interface Keyed extends Specification {
  readonly key: string;
}

/** Forced are required conditions, and those alone in their group. Source: servarr.md 5.3. */
export function demandsOf({ specifications }: CustomFormat): Demands {
  const keyed = specifications.map((one) => ({ ...one, key: conditionKey(one) }));
  const groups = [...Map.groupBy(keyed, ({ implementation }) => implementation).values()];
  const forced = groups.flatMap((group) =>
    group.filter(({ isRequired }) => isRequired || group.length === 1),
  );
  return {
    forced: new Map(forced.map(({ key, isNegated }) => [key, !isNegated])),
    groups,
    keys: new Set(keyed.map(({ key }) => key)),
  };
}

/**
 * Whether two formats can never match together: what one forces leaves a group of the other nothing that could hold.
 * A format that excludes itself can never match.
 */
export function exclude(a: Demands, b: Demands): boolean {
  return leavesNothing(a, b) || leavesNothing(b, a);
}

function leavesNothing({ forced }: Demands, { groups, keys }: Demands): boolean {
  // Most pairs have nothing in common, and a profile has tens of thousands of pairs.
  if (![...forced.keys()].some((key) => keys.has(key))) return false;
  const certain = ({ key }: Keyed): Truth => {
    const isHeld = forced.get(key);
    return isHeld === undefined ? 'either' : truthOf(isHeld);
  };
  return groups.some((group) => !canHold(group, certain));
}

function conditionKey({ implementation, fields }: Specification): string {
  const entries = Object.entries(fields).toSorted(([a], [b]) => Number(a > b) - Number(a < b));
  return JSON.stringify([implementation, entries]);
}
