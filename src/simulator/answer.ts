/** What a real server would have to do for an answer; what it costs is another question. */
export interface Work {
  /** Items of a list, files whose formats are computed, or rows of history. */
  readonly kind: 'items' | 'files' | 'rows';
  readonly count: number;
}

/** Text in pieces, made when it is read. */
export interface PieceBody {
  readonly kind: 'pieces';
  readonly pieces: () => Iterable<string>;
}

/** Text that was compressed beforehand. */
export interface PackedBody {
  readonly kind: 'packed';
  readonly gzip: Uint8Array;
}

/** Text or bytes as they are, or one of the forms for long lists. */
export type SimulatedBody = string | Uint8Array | PieceBody | PackedBody;

/** One answer of a simulated server, before faults. */
export interface SimulatedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: SimulatedBody;
  readonly work: Work | null;
  /** It came from behind the version middleware, so it carries `X-Application-Version`. */
  readonly isVersioned: boolean;
}

const uncached = { 'cache-control': 'no-cache, no-store', expires: '-1', pragma: 'no-cache' } as const;

/** A good answer of the API. */
export function jsonAnswer(body: SimulatedBody, work: Work | null = null): SimulatedAnswer {
  const headers = { 'content-type': 'application/json; charset=utf-8', ...uncached };
  return { status: 200, headers, body, work, isVersioned: true };
}

/** A good answer of the API, printed as the servers print. */
export function valueAnswer(value: unknown, work: Work | null = null): SimulatedAnswer {
  return jsonAnswer(JSON.stringify(value, null, 2), work);
}

/** An answer of the API without a body: 204, 404, 405, 406 (servarr.md 12). */
export function emptyAnswer(status: number, headers: Readonly<Record<string, string>> = {}): SimulatedAnswer {
  return { status, headers: { ...uncached, ...headers }, body: '', work: null, isVersioned: true };
}

/** An answer from before the API is reached: 401, 414, redirects. */
export function outerAnswer(status: number, headers: Readonly<Record<string, string>> = {}): SimulatedAnswer {
  return { status, headers, body: '', work: null, isVersioned: false };
}

/** An exception on the server. Its answer lacks the version. Source: servarr.md 1.6. */
export function exceptionAnswer(status: number, message: string): SimulatedAnswer {
  const description = `System.Exception: ${message}\n   at Simulated.Server.Answer()`;
  return failedAnswer(status, { message, description });
}

/** A request the server refuses itself: the plain text is in `content`. */
export function badRequestAnswer(content: string): SimulatedAnswer {
  return failedAnswer(400, { message: `BadRequest: ${content}`, content });
}

function failedAnswer(status: number, body: Readonly<Record<string, string>>): SimulatedAnswer {
  const headers = { ...uncached, 'content-type': 'application/json', 'cache-control': 'no-cache,no-store' };
  return { status, headers, body: JSON.stringify(body, null, 2), work: null, isVersioned: false };
}

const traceId = '00-00000000000000000000000000000000-0000000000000000-00';

/** ProblemDetails of an id that does not exist. */
export function problemAnswer(): SimulatedAnswer {
  const type = 'https://tools.ietf.org/html/rfc9110#section-15.5.5';
  return asProblem({ ...valueAnswer({ type, title: 'Not Found', status: 404, traceId }), status: 404 });
}

/** ProblemDetails come under their own content type on some routes, as plain JSON on others. */
export function asProblem(answer: SimulatedAnswer): SimulatedAnswer {
  return {
    ...answer,
    headers: { ...answer.headers, 'content-type': 'application/problem+json; charset=utf-8' },
  };
}

/** ProblemDetails of a parameter that does not fit its type; `message` names the value. */
export function invalidAnswer(parameter: string, message: string): SimulatedAnswer {
  const type = 'https://tools.ietf.org/html/rfc9110#section-15.5.1';
  const title = 'One or more validation errors occurred.';
  return {
    ...valueAnswer({ type, title, status: 400, errors: { [parameter]: [message] }, traceId }),
    status: 400,
  };
}
