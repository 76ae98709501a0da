import type { Condition, Filter } from './filter.ts';
import type { FilterField } from './filter-field.ts';
import { type FilterProblem, leftOver, readCondition } from './filter-problem.ts';
import { readParts } from './read-parts.ts';

/** A filter, or the first thing that is wrong with its text. */
export type FilterResult =
  | { readonly ok: true; readonly filter: Filter }
  | { readonly ok: false; readonly problem: FilterProblem };

/**
 * Reads `FIELD OP VALUE and FIELD OP VALUE …`; blank text is the filter that everything passes.
 *
 * @param fields  what can be asked: `fileFields`, or another table
 */
export function parseFilter<S>(text: string, fields: readonly FilterField<S>[]): FilterResult {
  const conditions: Condition[] = [];
  let at = 0;
  let isMore = text.trim() !== '';
  while (isMore) {
    const parts = readParts(text, at);
    const result = readCondition(parts, fields);
    if (!result.ok) return result;
    conditions.push(result.condition);
    const joint = /^(?:\s+and(?=\s|$)|\s*$)/i.exec(text.slice(parts.end));
    if (joint === null) return { ok: false, problem: leftOver(text, parts.end) };
    at = parts.end + joint[0].length;
    isMore = joint[0].trim() !== '';
  }
  return { ok: true, filter: { conditions } };
}
