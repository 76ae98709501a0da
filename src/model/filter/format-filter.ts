import type { Filter } from './filter.ts';
import { quotedValue } from './read-parts.ts';

/** The filter as text, always written alike; `parseFilter` gives the same filter back. */
export function formatFilter({ conditions }: Filter): string {
  return conditions
    .map(({ field, operator, value }) => `${field} ${operator} ${quotedValue(value)}`)
    .join(' and ');
}
