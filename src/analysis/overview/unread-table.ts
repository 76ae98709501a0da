import type { TableBlock } from '../../model/block.ts';
import { describeFailure, hintForFailure } from '../../model/arr-failure.ts';
import { instanceAddress } from '../../model/instance.ts';
import type { LibraryInstance } from '../../model/library.ts';
import { column, extra, minor, row, table } from '../shared/blocks.ts';
import type { LibraryIndex } from '../shared/library-index.ts';

/** Instances and items of which the newest try brought nothing. */
export function unreadTable({ library, unread }: LibraryIndex): TableBlock {
  const names = library.instances.map(({ instance }) => instance);
  const addressOf = ({ instance }: LibraryInstance): string => instanceAddress(instance, names);
  const failed = unread.map(({ instance, failure, files }) =>
    row([
      addressOf(instance),
      'everything',
      describeFailure(failure),
      files,
      instance.readAt,
      instance.triedAt,
      hintForFailure(failure),
    ]),
  );
  const skipped = library.instances.flatMap((instance) =>
    instance.skipped.map(({ title, failure }) =>
      row([
        addressOf(instance),
        title,
        describeFailure(failure),
        null,
        null,
        instance.triedAt,
        hintForFailure(failure),
      ]),
    ),
  );
  return table({
    name: 'unread',
    title: 'Not read',
    subtitle: 'Files of instances that failed are in no figure; those of single items are as last seen',
    columns: [
      column('instance', 'Instance', 'text'),
      column('what', 'What', 'text'),
      column('why', 'Why', 'text'),
      minor(column('files', 'Files known', 'count')),
      minor(column('read_at', 'Last read', 'date')),
      extra(column('tried_at', 'Last tried', 'date')),
      minor(column('mend', 'What to do', 'text')),
    ],
    rows: [...failed, ...skipped],
    empty: 'Everything was read',
  });
}
