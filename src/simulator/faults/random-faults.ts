import { randomBelow, seededRandom } from '../../lib/seeded-random.ts';
import type { FaultEffect, FaultKind } from './fault.ts';

/** Faults that strike by chance; the same ones whenever the same requests are made, in whatever order. */
export interface RandomFaults {
  readonly seed: string | number;
  /** Of each request, from 0 to 1. */
  readonly probability: number;
  readonly kinds: readonly Exclude<FaultKind, 'replay'>[];
  /** At most so many in all; default any number. */
  readonly most?: number;
}

/** Each kind as chance uses it; tests can spread one and change it. */
export const usualFaults: {
  readonly [Kind in Exclude<FaultKind, 'replay'>]: FaultEffect & { readonly kind: Kind };
} = {
  refuse: { kind: 'refuse', downMs: 200 },
  'hang-up': { kind: 'hang-up' },
  stall: { kind: 'stall' },
  reset: { kind: 'reset', atShare: 0.5 },
  'stall-in-body': { kind: 'stall-in-body', atShare: 0.5 },
  truncate: { kind: 'truncate', atShare: 0.5, framing: 'length' },
  drip: { kind: 'drip', pieceBytes: 4_096, everyMs: 1 },
  garbage: { kind: 'garbage' },
  html: { kind: 'html' },
  'wrong-type': { kind: 'wrong-type', contentType: 'text/plain' },
  'bad-gzip': { kind: 'bad-gzip' },
  unauthorised: { kind: 'unauthorised' },
  forbidden: { kind: 'forbidden' },
  'too-many-requests': { kind: 'too-many-requests', retryAfter: '1' },
  locked: { kind: 'locked' },
  starting: { kind: 'starting' },
  proxy: { kind: 'proxy', status: 502 },
  'uri-too-long': { kind: 'uri-too-long' },
  exception: {
    kind: 'exception',
    status: 500,
    message: 'Object reference not set to an instance of an object.',
  },
  redirect: { kind: 'redirect', to: 'loop' },
  'key-changed': { kind: 'key-changed', apiKey: 'ffffffffffffffffffffffffffffffff' },
  'item-deleted': { kind: 'item-deleted', itemId: null },
  'rules-edited': { kind: 'rules-edited', formatId: null, by: 7 },
  'server-replaced': { kind: 'server-replaced' },
  huge: { kind: 'huge', shape: 'array', bytes: 2 ** 30 },
};

/** Decides for each request whether chance strikes it. */
export function createChance(faults: RandomFaults): (target: string) => FaultEffect | null {
  const { seed, probability, kinds, most = Number.POSITIVE_INFINITY } = faults;
  const asked = new Map<string, number>();
  let struck = 0;
  return (target) => {
    const time = (asked.get(target) ?? 0) + 1;
    asked.set(target, time);
    const random = seededRandom(`${seed} ${target} ${time}`);
    const kind = kinds[randomBelow(random, kinds.length)];
    if (kind === undefined || struck >= most || random() >= probability) return null;
    struck += 1;
    return usualFaults[kind];
  };
}
