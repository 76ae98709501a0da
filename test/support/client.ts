import type { ArrEffects, ArrEvent } from '../../src/arr/arr-effects.ts';
import { ArrError } from '../../src/arr/arr-error.ts';
import { type OpenArrClient, openArrClient } from '../../src/arr/open-client.ts';
import type { ArrTarget } from '../../src/arr/target.ts';

/** Found nowhere but in the header where it belongs. */
export const markerKey = 'feedc0de5eed4a11b0b0c0ffee15900d';

/** A client with short limits that waits for nothing. */
export function aClient(
  baseUrl: string,
  only: Partial<ArrTarget> = {},
  effects: Partial<ArrEffects> = {},
): OpenArrClient & { readonly events: readonly ArrEvent[] } {
  const events: ArrEvent[] = [];
  const client = openArrClient(
    {
      service: 'radarr',
      baseUrl,
      apiKey: markerKey,
      headers: {},
      workers: 5,
      maxRequestsPerSecond: null,
      timeouts: { connectMs: 1_000, listFirstByteMs: 1_500, listIdleMs: 300, otherMs: 300 },
      ca: null,
      allowInsecure: false,
      proxy: { httpProxy: null, httpsProxy: null, noProxy: null },
      ...only,
    },
    {
      now: () => performance.now(),
      random: () => 0.5,
      sleep: async (_ms, signal) => signal.throwIfAborted(),
      signal: new AbortController().signal,
      tell: (event) => events.push(event),
      ...effects,
    },
  );
  return { ...client, events };
}

/** What a call fails with. @throws when it does not fail, or with anything else */
export async function failureOf(call: Promise<unknown>): Promise<ArrError> {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ArrError) return error;
  throw new Error('the call did not fail as a call to a server', { cause: error });
}
