import { z } from 'zod';
import type { ArrTarget } from './target.ts';
import { createTransport } from './transport.ts';

const Initialized = z.object({ apiKey: z.string().min(1) });

/**
 * Whether a server gives its API key to anybody who asks: it does where no login is wanted
 * (servarr.md 12). Asks once, without the key.
 *
 * @returns false also where the question cannot be answered
 */
export async function handsOutKey(target: ArrTarget, signal: AbortSignal): Promise<boolean> {
  const transport = createTransport(target);
  const { origin, pathname } = new URL(target.baseUrl);
  try {
    const { statusCode, body } = await transport.request({
      origin,
      path: `${pathname.replace(/\/$/, '')}/initialize.json`,
      method: 'GET',
      headers: { ...target.headers, accept: 'application/json' },
      headersTimeout: target.timeouts.otherMs,
      bodyTimeout: target.timeouts.otherMs,
      signal,
    });
    const text = await body.text();
    return statusCode === 200 && Initialized.safeParse(JSON.parse(text)).success;
  } catch {
    // A web page, a redirect, a cut connection: none of them gives the key away.
    signal.throwIfAborted();
    return false;
  } finally {
    await transport.destroy();
  }
}
