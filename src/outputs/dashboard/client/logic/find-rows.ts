import { type Condition, type Filter, type Operator, operators } from '../../../../model/filter/filter.ts';
import type { FilterField, ReadTest, Test } from '../../../../model/filter/filter-field.ts';
import { filterMatcher } from '../../../../model/filter/filter-matcher.ts';
import type { FilterProblem } from '../../../../model/filter/filter-problem.ts';
import { parseFilter } from '../../../../model/filter/parse-filter.ts';
import type { MediaFile } from '../../../../model/media-file.ts';
import type { PageModel } from './page-model.ts';
import type { Route } from './route.ts';

/** Which files a view shows. */
export interface FoundRows {
  /** Places of files, in the order of the library. */
  readonly rows: readonly number[];
  /** The same without the limits on the score: what a histogram shows pale. */
  readonly anyScore: readonly number[];
  readonly filter: Filter;
  /** What is wrong with the filter's text; then it lets all pass. */
  readonly problem: FilterProblem | null;
}

/** Finds the files of a view. */
export function findRows(model: PageModel, route: Pick<Route, 'filter' | 'search' | 'instance'>): FoundRows {
  const parsed = parseFilter(route.filter, model.fields);
  const filter = parsed.ok ? parsed.filter : { conditions: [] };
  const isScore = ({ field }: Condition): boolean => field === 'score';
  const others = [...filter.conditions.filter((one) => !isScore(one)), ...impliedBy(route)];
  const anyScore = pass(model, model.places, { conditions: others });
  const rows = pass(model, anyScore, { conditions: filter.conditions.filter(isScore) });
  return { rows, anyScore, filter, problem: parsed.ok ? null : parsed.problem };
}

/** Search and instance as conditions of the same grammar. */
export function impliedBy({ search, instance }: Pick<Route, 'search' | 'instance'>): readonly Condition[] {
  const wanted: Condition[] = [];
  if (search.trim() !== '') wanted.push({ field: 'text', operator: 'has', value: search.trim() });
  if (instance !== null) wanted.push({ field: 'instance', operator: '=', value: instance });
  return wanted;
}

/** How many files pass a filter. */
export function countRows(model: PageModel, filter: Filter): number {
  return pass(model, model.places, filter).length;
}

function pass(model: PageModel, places: readonly number[], filter: Filter): readonly number[] {
  if (filter.conditions.length === 0) return places;
  const fields = quickFields(model);
  const matches = filterMatcher(filter, fields, model.report.generatedAt);
  return places.filter((at) => matches(at));
}

/** The fields asked by place of a file. */
function quickFields(model: PageModel): readonly FilterField<number>[] {
  return model.fields.map((field) => ({ ...field, tests: testsByPlace(field, model.files) }));
}

function testsByPlace(
  { tests }: FilterField<MediaFile>,
  files: readonly MediaFile[],
): FilterField<number>['tests'] {
  const byPlace: Partial<Record<Operator, ReadTest<number>>> = {};
  for (const operator of operators) {
    const read = tests[operator];
    if (read !== undefined) byPlace[operator] = (value) => testByPlace(read(value), files);
  }
  return byPlace;
}

function testByPlace(test: Test<MediaFile> | null, files: readonly MediaFile[]): Test<number> | null {
  if (test === null) return null;
  return (at, nowMs) => {
    const file = files[at];
    return file !== undefined && test(file, nowMs);
  };
}
