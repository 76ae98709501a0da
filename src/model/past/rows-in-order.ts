import { type Fields, propertyAt } from '../../lib/number-rows.ts';
import { ordered, type Series, seriesOf } from '../../lib/series.ts';

/** Rows as what they were made of, oldest first, each made anew when it is asked for. */
export function rowsInOrder<T extends { readonly at: Date }>(
  fields: Fields<T>,
  { length, rowAt }: { readonly length: number; readonly rowAt: (fields: Fields<T>, row: number) => T },
): Series<T> {
  const rows = seriesOf<T>(
    length,
    (row) => rowAt(fields, row),
    (row, name) => propertyAt(fields, row, name),
  );
  return ordered(rows, (row) => fields.at.at(row).getTime());
}
