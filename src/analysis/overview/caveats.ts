import { agree, counted } from '../../lib/count.ts';
import { describeFailure } from '../../model/arr-failure.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { dayOf } from '../shared/words.ts';

/** What was not read, instance by instance; then what is stale. */
export function caveatsOf({ unread, files, address: addressOf }: LibraryIndex): readonly string[] {
  const failed = unread.map(({ instance, failure, files: known }) => {
    const address = addressOf(instance.instance);
    const left = `Its ${counted(known, 'file')}, last seen on ${dayOf(instance.readAt)}, ${agree(known, 'is', 'are')} in no figure here.`;
    return `${address} was not read: ${describeFailure(failure)}. ${left}`;
  });
  const stale = files.filter(({ file }) => file.staleSince !== null);
  if (stale.length === 0) return failed;
  return [
    ...failed,
    `${counted(stale.length, 'file')} could not be read last time; ${agree(stale.length, 'its', 'their')} last known figures stand.`,
  ];
}
