import { type ArrFailure, describeFailure, hintForFailure } from '../../model/arr-failure.ts';
import type { Row, TableBlock } from '../../model/block.ts';
import { column, extra, minor, row, table } from '../shared/blocks.ts';
import type { LibraryIndex } from '../shared/library-index.ts';

const columns: TableBlock['columns'] = [
  column('instance', 'Instance', 'text'),
  column('what', 'What', 'text'),
  column('why', 'Why', 'text'),
  minor(column('files', 'Files known', 'count')),
  minor(column('read_at', 'Last read', 'date')),
  extra(column('tried_at', 'Last tried', 'date')),
  minor(column('mend', 'What to do', 'text')),
];

/** Instances and items of which the newest try brought nothing. */
export function unreadTable({ library, unread, address }: LibraryIndex): TableBlock {
  const failed = unread.map(({ instance, failure, files }) =>
    rowOf(address(instance.instance), failure, ['everything', files, instance.readAt, instance.triedAt]),
  );
  const skipped = library.instances.flatMap((instance) =>
    instance.skipped.map(({ title, failure }) =>
      rowOf(address(instance.instance), failure, [title, null, null, instance.triedAt]),
    ),
  );
  return table({
    name: 'unread',
    title: 'Not read',
    subtitle: 'Files of instances that failed are in no figure; those of single items are as last seen',
    columns,
    rows: [...failed, ...skipped],
    empty: 'Everything was read',
  });
}

function rowOf(
  address: string,
  failure: ArrFailure,
  [what, files, readAt, triedAt]: readonly [string, number | null, Date | null, Date],
): Row {
  return row([address, what, describeFailure(failure), files, readAt, triedAt, hintForFailure(failure)]);
}
