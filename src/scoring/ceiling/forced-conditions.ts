import type { CustomFormat, Specification } from '../../model/custom-format.ts';

/** What must be so of a release for a format to match: by condition, whether it holds before negation. */
export type Forced = ReadonlyMap<string, boolean>;

/** The conditions without which a format cannot match: required ones, and those alone in their group. Source: servarr.md 5.3. */
export function forcedConditions({ specifications }: CustomFormat): Forced {
  const groups = Map.groupBy(specifications, ({ implementation }) => implementation);
  const forced = [...groups.values()].flatMap((group) =>
    group.filter(({ isRequired }) => isRequired || group.length === 1),
  );
  return new Map(forced.map((one) => [conditionKey(one), !one.isNegated]));
}

/** Whether two formats can never match together, because one needs what the other forbids. */
export function exclude(a: Forced, b: Forced): boolean {
  return [...a].some(([condition, isHeld]) => b.get(condition) === !isHeld);
}

/** Whether a format needs a condition and forbids it. */
export function isContradiction({ specifications }: CustomFormat): boolean {
  const groups = [...Map.groupBy(specifications, conditionKey).values()];
  return groups.some((same) => {
    const required = same.filter(({ isRequired }) => isRequired);
    return required.some((a) => required.some((b) => a.isNegated !== b.isNegated));
  });
}

function conditionKey({ implementation, fields }: Specification): string {
  const entries = Object.entries(fields).toSorted(([a], [b]) => Number(a > b) - Number(a < b));
  return JSON.stringify([implementation, entries]);
}
