import type { Dispatcher } from 'undici';
import type { ArrEffects } from './arr-effects.ts';
import { ArrError } from './arr-error.ts';
import { type Exchanged, exchange, urlOf } from './exchange.ts';
import { judgeRedirect } from './judge.ts';
import type { ArrTarget } from './target.ts';

/** Sends single requests to one server, without retry. */
export interface Requester {
  /** @throws {ArrError} */
  readonly send: (request: Request) => Promise<void>;
  /** Where a path is, for people. */
  readonly urlOf: (path: string) => string;
  readonly requests: () => number;
  readonly bytes: () => number;
}

/** What to ask for. */
export interface Request {
  readonly path: string;
  /** A list may take its time; any other answer must be whole within one span. */
  readonly isList: boolean;
  readonly take: (bytes: Uint8Array) => void;
}

/** What a requester works with. */
export interface RequesterParts {
  readonly target: ArrTarget;
  readonly effects: ArrEffects;
  readonly transport: Dispatcher;
}

/** A server that knows its url base names it by a redirect: that is followed once, and kept (servarr.md 1.3). */
export function createRequester(parts: RequesterParts): Requester {
  const requester = new OneServer(parts);
  return {
    send: (request) => requester.send(request),
    urlOf: (path) => urlOf({ baseUrl: requester.baseUrl, path }),
    requests: () => requester.requests,
    bytes: () => requester.bytes,
  };
}

class OneServer {
  readonly #parts: RequesterParts;
  readonly #headers: Readonly<Record<string, string>>;
  baseUrl: string;
  requests = 0;
  bytes = 0;

  constructor(parts: RequesterParts) {
    this.#parts = parts;
    this.baseUrl = parts.target.baseUrl;
    this.#headers = headersFor(parts.target);
  }

  async send(request: Request): Promise<void> {
    const first = await this.#sendOnce(request);
    const last = first.kind === 'redirected' ? await this.#follow(request, first) : first;
    if (last.kind === 'read') return;
    const url = urlOf({ baseUrl: this.baseUrl, path: request.path });
    throw new ArrError(judgeRedirect(url, last.location));
  }

  async #follow(
    request: Request,
    redirected: Exchanged & { readonly kind: 'redirected' },
  ): Promise<Exchanged> {
    const { target, effects } = this.#parts;
    const isFirst = this.baseUrl === target.baseUrl;
    const found = isFirst ? foundBase(target.baseUrl, request.path, redirected.location) : null;
    if (found === null) return redirected;
    this.baseUrl = found;
    effects.tell({ kind: 'url-base-found', baseUrl: found });
    return this.#sendOnce(request);
  }

  async #sendOnce({ path, isList, take }: Request): Promise<Exchanged> {
    const { target, effects, transport } = this.#parts;
    const { listFirstByteMs, listIdleMs, otherMs } = target.timeouts;
    const since = effects.now();
    this.requests += 1;
    const exchanged = await exchange(transport, {
      baseUrl: this.baseUrl,
      path,
      headers: this.#headers,
      secrets: secretsOf(target),
      firstByteMs: isList ? listFirstByteMs : otherMs,
      idleMs: isList ? listIdleMs : otherMs,
      isWhole: !isList,
      signal: effects.signal,
      received: (count) => {
        this.bytes += count;
      },
      take,
    });
    effects.tell({ kind: 'request', path, status: exchanged.status, ms: effects.now() - since });
    return exchanged;
  }
}

/** Shorter texts are no secrets, and would be found everywhere. */
const shortestSecret = 6;

function secretsOf({ apiKey, headers }: ArrTarget): readonly string[] {
  return [apiKey, ...Object.values(headers)].filter(({ length }) => length >= shortestSecret);
}

function headersFor({ headers, apiKey }: ArrTarget): Readonly<Record<string, string>> {
  return {
    ...headers,
    accept: 'application/json',
    // Both servers prefer brotli when they are given the choice, and theirs is the larger (servarr.md 12).
    'accept-encoding': 'gzip',
    'user-agent': 'arr-score',
    'x-api-key': apiKey,
  };
}

/** The base behind a redirect of the same origin to the same path below a url base; null for any other. */
function foundBase(baseUrl: string, path: string, location: string): string | null {
  const target = URL.parse(location, `${baseUrl}${path}`);
  if (target === null || target.origin !== new URL(baseUrl).origin) return null;
  const wanted = `${target.pathname}${target.search}`;
  const prefix = wanted.slice(0, -path.length);
  return wanted.endsWith(path) && prefix !== '' ? `${target.origin}${prefix}` : null;
}
