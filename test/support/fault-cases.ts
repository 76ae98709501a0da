import type { ArrFailure } from '../../src/model/arr-failure.ts';
import type { Fault, FaultEffect } from '../../src/simulator/faults/fault.ts';

/** How one fault ends when it strikes a chunk of files once, a chunk for good, and the list of movies for good. */
export interface FaultCase {
  /** As `docs/reliability.md` names it. */
  readonly name: string;
  readonly fault: FaultEffect;
  /** Struck once: whether everything is read in the end. */
  readonly isHealed: boolean;
  /** One chunk for good: how many movies are missing, and why. */
  readonly missing: number;
  readonly kind: ArrFailure['kind'];
}

/** Movies a call in these tests: the first chunk holds 20 of them. */
export const casesChunkSize = 20;

/** A fault that a second try mends; for good, the chunk it strikes does not come. */
function passing(name: string, fault: FaultEffect, kind: ArrFailure['kind']): FaultCase {
  return { name, fault, isHealed: true, missing: casesChunkSize, kind };
}

/** A fault that one bad row can cause: the chunk is halved until the culprit is alone. */
function ofOneRow(name: string, fault: FaultEffect, kind: ArrFailure['kind']): FaultCase {
  return { name, fault, isHealed: true, missing: 1, kind };
}

/** A fault that asking once more or for less does not mend. */
function lasting(name: string, fault: FaultEffect, kind: ArrFailure['kind']): FaultCase {
  return { name, fault, isHealed: false, missing: casesChunkSize, kind };
}

const noElements = 'Sequence contains no elements';

/** Every fault that strikes single answers. */
export const faultCases: readonly FaultCase[] = [
  passing('connection closed without an answer', { kind: 'hang-up' }, 'unreachable'),
  passing('connection reset in mid-body', { kind: 'reset', atShare: 0.5 }, 'unreachable'),
  passing('no answer', { kind: 'stall' }, 'timeout'),
  passing('answer that stops in mid-body', { kind: 'stall-in-body', atShare: 0.5 }, 'timeout'),
  passing('slow drip', { kind: 'drip', pieceBytes: 10, everyMs: 20 }, 'timeout'),
  passing('truncated, by its length', { kind: 'truncate', atShare: 0.5, framing: 'length' }, 'unreachable'),
  passing('truncated, no last chunk', { kind: 'truncate', atShare: 0.5, framing: 'chunked' }, 'unreachable'),
  ofOneRow('garbage', { kind: 'garbage' }, 'body'),
  lasting('web page with status 200', { kind: 'html' }, 'not-an-arr'),
  ofOneRow('wrong content type', { kind: 'wrong-type', contentType: 'text/plain' }, 'body'),
  ofOneRow('bad gzip', { kind: 'bad-gzip' }, 'body'),
  lasting('401', { kind: 'unauthorised' }, 'unauthorised'),
  lasting('403', { kind: 'forbidden' }, 'forbidden'),
  passing('429 with seconds', { kind: 'too-many-requests', retryAfter: '7' }, 'status'),
  passing('429 with a date', { kind: 'too-many-requests', retryAfter: soon() }, 'status'),
  passing('429 without Retry-After', { kind: 'too-many-requests', retryAfter: null }, 'status'),
  passing('500, database locked', { kind: 'locked' }, 'busy'),
  passing('503, starting up', { kind: 'starting' }, 'starting'),
  ofOneRow('502 of a proxy', { kind: 'proxy', status: 502 }, 'status'),
  ofOneRow('503 of a proxy', { kind: 'proxy', status: 503 }, 'status'),
  ofOneRow('504 of a proxy', { kind: 'proxy', status: 504 }, 'status'),
  ofOneRow('414, too long', { kind: 'uri-too-long' }, 'status'),
  ofOneRow('500, exception', { kind: 'exception', status: 500, message: noElements }, 'list-broken'),
  lasting('endless redirect', { kind: 'redirect', to: 'loop' }, 'url-base'),
  lasting('redirect to a login', { kind: 'redirect', to: 'login' }, 'not-an-arr'),
  lasting('redirect to another host', { kind: 'redirect', to: 'http://192.0.2.1:9' }, 'url-base'),
];

/** Faults that are no single bad answer; each has tests of its own. */
export const otherFaults: readonly FaultEffect['kind'][] = [
  'refuse',
  'key-changed',
  'item-deleted',
  'rules-edited',
  'server-replaced',
  'huge',
  'replay',
];

/** Strikes the first chunk, and every part of it that holds the first movie. */
export function onChunk({ fault }: FaultCase, count: number | null): Fault {
  return { ...fault, on: { path: 'moviefile[?](.*&)?movieId=1(&|$)', count } };
}

/** Strikes the list of movies. */
export function onList({ fault }: FaultCase, count: number | null): Fault {
  return { ...fault, on: { path: '/movie[?]', count } };
}

function soon(): string {
  return new Date(Date.now() + 7_000).toUTCString();
}
