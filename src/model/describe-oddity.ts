import { unreachable } from '../lib/errors.ts';
import { describeFailure } from './arr-failure.ts';
import type { Oddity } from './reading.ts';

/** What is odd, in one sentence without its full stop. */
export function describeOddity(oddity: Oddity): string {
  switch (oddity.kind) {
    case 'extra-file':
      return `${oddity.title} has a second file, ${oddity.fileId}; the current one was read`;
    case 'missing-file':
      return `${oddity.title} names file ${oddity.fileId}, which the server does not have`;
    case 'sum-differs':
      return `${oddity.title}, file ${oddity.fileId}: its formats give ${oddity.sum}, the server says ${oddity.score}`;
    case 'rules-moved':
      return 'the rules were edited while the files were read, twice: read again when nobody edits them';
    case 'rules-unchecked':
      return `the rules could not be read again after the files: ${describeFailure(oddity.failure)}`;
    default:
      return unreachable(oddity);
  }
}

/** Whether a reading with it is not proven to be the server's numbers: then the exit code says so. */
export function isDoubt({ kind }: Oddity): boolean {
  return kind === 'sum-differs' || kind === 'rules-moved' || kind === 'rules-unchecked';
}
