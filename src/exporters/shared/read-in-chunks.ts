import { failureIn } from '../../arr/arr-error.ts';
import { chunks } from '../../lib/chunks.ts';
import type { ArrFailure } from '../../model/arr-failure.ts';

/** What to ask for, and how many items a call. */
export interface ChunkedRequest {
  readonly ids: readonly number[];
  readonly size: number;
  /** One call; hands its rows on by itself, and only when all of them came. */
  readonly read: (ids: readonly number[]) => Promise<void>;
}

/** Ids that could not be read, with the reason. */
export interface FailedIds {
  readonly ids: readonly number[];
  readonly failure: ArrFailure;
}

/** Calls a run may spend on finding culprits: a broken server is not to be asked for ever. */
const isolationCalls = 64;

/** Chunks whose two halves failed alike before we believe that no item is to blame. */
const alikeChunks = 2;

/**
 * Reads all ids in chunks, side by side; the client decides how many at once.
 *
 * The servers answer a chunk with 404 or 500 as a whole when one of its rows is bad (servarr.md 12): such a
 * chunk is halved until the culprit is alone. Where nothing at all can be read and halves fail like their
 * chunks, the rules are at fault (a format with an unknown language does that) and halving stops.
 */
export async function readInChunks({ ids, size, read }: ChunkedRequest): Promise<readonly FailedIds[]> {
  const search: Search = { read, callsLeft: isolationCalls, chunksAlike: 0, hasRead: false };
  const results = await Promise.all([...chunks(ids, size)].map((chunk) => readOrSplit(chunk, search)));
  return results.flat();
}

interface Search {
  readonly read: (ids: readonly number[]) => Promise<void>;
  callsLeft: number;
  chunksAlike: number;
  hasRead: boolean;
}

async function readOrSplit(ids: readonly number[], search: Search): Promise<readonly FailedIds[]> {
  const failure = await attempt(ids, search);
  return failure === null ? [] : isolate({ ids, failure }, search);
}

async function attempt(ids: readonly number[], search: Search): Promise<ArrFailure | null> {
  try {
    await search.read(ids);
    search.hasRead = true;
    return null;
  } catch (error) {
    return failureIn(error);
  }
}

async function isolate(failed: FailedIds, search: Search): Promise<readonly FailedIds[]> {
  if (!isWorthSplitting(failed, search)) return [failed];
  search.callsLeft -= 2;
  const halves = [...chunks(failed.ids, Math.ceil(failed.ids.length / 2))];
  const failures = await Promise.all(halves.map((ids) => attempt(ids, search)));
  if (failures.every((failure) => isAlike(failure, failed.failure))) search.chunksAlike += 1;
  const still = halves.flatMap((ids, at) => {
    const failure = failures[at] ?? null;
    return failure === null ? [] : [isolate({ ids, failure }, search)];
  });
  return (await Promise.all(still)).flat();
}

function isWorthSplitting({ ids, failure }: FailedIds, search: Search): boolean {
  const areRulesAtFault = search.chunksAlike >= alikeChunks && !search.hasRead;
  return ids.length > 1 && search.callsLeft >= 2 && !areRulesAtFault && isOfOneRow(failure);
}

/** Failures that one bad row can cause; an outage is not cured by asking for less, nor "too many requests" by more. */
function isOfOneRow(failure: ArrFailure): boolean {
  const { kind } = failure;
  if (kind === 'status') return failure.status !== 429;
  return kind === 'gone' || kind === 'list-broken' || kind === 'body';
}

function isAlike(a: ArrFailure | null, b: ArrFailure): boolean {
  return a !== null && a.kind === b.kind && problemOf(a) === problemOf(b);
}

function problemOf(failure: ArrFailure): string | null {
  return 'problem' in failure ? failure.problem : null;
}
