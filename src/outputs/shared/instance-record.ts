import { type ArrFailure, describeFailure, hintForFailure } from '../../model/arr-failure.ts';
import { describeOddity } from '../../model/describe-oddity.ts';
import type { Oddity } from '../../model/reading.ts';
import type { InstanceResult } from '../output.ts';
import type { FailureRecord, InstanceRecord, OddityRecord } from './records.ts';

/** What was and was not read of one instance, as JSON tells it. */
export function instanceRecord(result: InstanceResult): InstanceRecord {
  const { service, name } = result;
  if (!result.ok) return { service, name, ok: false, failure: failureRecord(result.failure) };
  const { server, startedAt, finishedAt, counts, skipped, oddities } = result;
  return {
    service,
    name,
    ok: true,
    server: { appName: server.appName, version: server.version },
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    ...counts,
    skipped: skipped.map(({ itemId, title, failure }) => ({
      itemId,
      title,
      failure: failureRecord(failure),
    })),
    oddities: oddities.map(oddityRecord),
  };
}

function failureRecord(failure: ArrFailure): FailureRecord {
  return { kind: failure.kind, message: describeFailure(failure), hint: hintForFailure(failure) };
}

function oddityRecord(oddity: Oddity): OddityRecord {
  const { kind } = oddity;
  const message = describeOddity(oddity);
  if (!('fileId' in oddity)) return { kind, itemId: null, title: null, fileId: null, message };
  const { itemId, title, fileId } = oddity;
  return { kind, itemId, title, fileId, message };
}
