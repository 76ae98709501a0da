import type { Dispatcher } from 'undici';
import type { ArrFailure } from '../model/arr-failure.ts';
import { ArrError } from './arr-error.ts';
import { readBody } from './body.ts';
import { judgeBreakdown, type Limits } from './breakdown.ts';
import { isHtml, judgeRefusal, webPage } from './judge.ts';
import { refusalText } from './refusal-text.ts';
import { parseRetryAfter } from './retry.ts';
import { StalledError, type Watchdog, watchProgress, watchWhole } from './watchdog.ts';

/** One request, and who takes the body of its answer. */
export interface Exchange {
  /** Origin and url base, without a slash at the end. */
  readonly baseUrl: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What no message may hold, even where the server itself says it. */
  readonly secrets: readonly string[];
  readonly firstByteMs: number;
  readonly idleMs: number;
  /** Whether the whole answer has `idleMs`, or each piece of it. */
  readonly isWhole: boolean;
  readonly signal: AbortSignal;
  readonly received: (bytes: number) => void;
  readonly take: (bytes: Uint8Array) => void;
}

/** How it went; a redirect is for the caller to judge. */
export type Exchanged =
  | { readonly kind: 'read'; readonly status: number }
  | { readonly kind: 'redirected'; readonly status: number; readonly location: string };

/** More of an error answer is not looked at. */
const refusalBytes = 65_536;

/**
 * Sends one request and reads its answer to the end.
 *
 * @throws {ArrError} for every fault of connection and server; the signal's reason when interrupted
 */
export async function exchange(dispatcher: Dispatcher, asked: Exchange): Promise<Exchanged> {
  using watchdog = asked.isWhole ? watchWhole(asked.idleMs) : watchProgress(asked.idleMs);
  try {
    return await send(dispatcher, asked, watchdog);
  } catch (error) {
    throw explain(error, asked, watchdog);
  }
}

async function send(dispatcher: Dispatcher, asked: Exchange, watchdog: Watchdog): Promise<Exchanged> {
  const { origin, pathname } = new URL(asked.baseUrl);
  const answer = await dispatcher.request({
    origin,
    path: `${pathname.replace(/\/$/, '')}${asked.path}`,
    method: 'GET',
    headers: { ...asked.headers },
    headersTimeout: asked.firstByteMs,
    bodyTimeout: asked.idleMs,
    signal: AbortSignal.any([asked.signal, watchdog.signal]),
  });
  // A body that is not read to its end fails once more when it is let go; we know why by then.
  answer.body.on('error', () => undefined);
  const { statusCode: status } = answer;
  const location = headerOf(answer, 'location');
  if (status >= 200 && status < 300) {
    await readSuccess(answer, asked, watchdog);
    return { kind: 'read', status };
  }
  const text = without(asked.secrets, await readRefusal(answer, asked, watchdog));
  if (status >= 300 && status < 400 && location !== null) return { kind: 'redirected', status, location };
  const retryAfterMs = parseRetryAfter(headerOf(answer, 'retry-after'), headerOf(answer, 'date'));
  const contentType = headerOf(answer, 'content-type') ?? '';
  const { path } = asked;
  throw new ArrError(judgeRefusal({ url: urlOf(asked), path, status, contentType, text }), retryAfterMs);
}

async function readSuccess(answer: Answer, asked: Exchange, watchdog: Watchdog): Promise<void> {
  const contentType = headerOf(answer, 'content-type') ?? '';
  const encoding = headerOf(answer, 'content-encoding') ?? 'identity';
  const problem = problemOfHead(answer.statusCode, contentType, encoding);
  if (problem !== null || (encoding !== 'gzip' && encoding !== 'identity')) {
    answer.body.destroy();
    const url = urlOf(asked);
    const kind = isHtml({ contentType, text: '' }) ? 'not-an-arr' : 'body';
    throw new ArrError({ kind, url, problem: problem ?? '' });
  }
  const received = (bytes: number): void => {
    asked.received(bytes);
    watchdog.received(bytes);
  };
  await readBody(answer.body, encoding, { received, take: asked.take });
}

type Answer = Dispatcher.ResponseData;

function problemOfHead(status: number, contentType: string, encoding: string): string | null {
  if (isHtml({ contentType, text: '' })) return webPage;
  if (status === 204) return 'it is empty';
  if (!/json/i.test(contentType))
    return `its type is ${contentType === '' ? 'not said' : `"${contentType}"`}`;
  return encoding === 'gzip' || encoding === 'identity' ? null : `it is packed with "${encoding}"`;
}

/** The first part of an error answer; the rest is not waited for. */
async function readRefusal(answer: Answer, asked: Exchange, watchdog: Watchdog): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  const body: AsyncIterable<Uint8Array> = answer.body;
  for await (const piece of body) {
    pieces.push(piece);
    bytes += piece.length;
    asked.received(piece.length);
    watchdog.received(piece.length);
    if (bytes >= refusalBytes) break;
  }
  return refusalText(Buffer.concat(pieces), headerOf(answer, 'content-encoding')).slice(0, refusalBytes);
}

function without(secrets: readonly string[], text: string): string {
  return secrets.reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
}

function headerOf({ headers }: Answer, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

function explain(error: unknown, asked: Exchange, watchdog: Watchdog): unknown {
  if (error instanceof ArrError) return error;
  if (asked.signal.aborted) return asked.signal.reason;
  const failure = judgeBrokenOff(error, watchdog, { url: urlOf(asked), ...asked });
  return failure === null ? error : new ArrError(failure);
}

function judgeBrokenOff(error: unknown, { signal }: Watchdog, limits: Limits): ArrFailure | null {
  const reason: unknown = signal.reason;
  if (reason instanceof StalledError) return { kind: 'timeout', url: limits.url, afterMs: reason.afterMs };
  return judgeBreakdown(error, limits);
}

/** For people: without query, which can be long. */
export function urlOf({ baseUrl, path }: Pick<Exchange, 'baseUrl' | 'path'>): string {
  return `${baseUrl}${path.replace(/\?.*$/, '')}`;
}
