import type { Filter } from '../../../../model/filter/filter.ts';
import { type Chip, withoutConditions } from './filter-chips.ts';
import { countRows, impliedBy } from './find-rows.ts';
import type { PageModel } from './page-model.ts';
import type { Route } from './route.ts';

/** Which filter to drop to get most back. */
export interface Drop {
  readonly chip: Chip;
  readonly files: number;
  /** The filter's text without it. */
  readonly filter: string;
}

/** The chip without which most files pass; null where no single one helps. */
export function bestDrop(model: PageModel, { filter, chips, route }: DropQuestion): Drop | null {
  const implied = impliedBy(route);
  const drops = chips.map((chip) => ({
    chip,
    filter: withoutConditions(filter, chip.conditions),
    files: countRows(model, {
      conditions: [...filter.conditions.filter((one) => !chip.conditions.includes(one)), ...implied],
    }),
  }));
  const best = drops.toSorted((a, b) => b.files - a.files)[0];
  return best === undefined || best.files === 0 ? null : best;
}

/** A view that shows nothing. */
export interface DropQuestion {
  readonly filter: Filter;
  readonly chips: readonly Chip[];
  readonly route: Pick<Route, 'search' | 'instance'>;
}
