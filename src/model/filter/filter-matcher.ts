import type { Condition, Filter } from './filter.ts';
import type { FilterField, Test } from './filter-field.ts';

/**
 * Whether a subject passes the filter; made once, asked often.
 *
 * @param now  what ages such as `30d` count from
 * @throws an Error for a condition that `parseFilter` with the same fields would not have let through
 */
export function filterMatcher<S>(
  filter: Filter,
  fields: readonly FilterField<S>[],
  now: Date,
): (subject: S) => boolean {
  const nowMs = now.getTime();
  const tests = filter.conditions.map((condition) => testOf(condition, fields));
  return (subject) => tests.every((test) => test(subject, nowMs));
}

function testOf<S>({ field: name, operator, value }: Condition, fields: readonly FilterField<S>[]): Test<S> {
  const field = fields.find((known) => known.name === name);
  const test = field?.tests[operator]?.(value) ?? null;
  if (test === null) throw new Error(`no condition of these fields: ${name} ${operator} ${value}`);
  return test;
}
