import { z } from 'zod';
import { appNames, type Service } from '../model/service.ts';
import { emptyAnswer, outerAnswer, type SimulatedAnswer, valueAnswer } from './answer.ts';
import type { SimulatedLibrary } from './library.ts';
import { type Authentication, asksForLogin, webPage } from './web-page.ts';

/** How one simulated server is set up at this moment. */
export interface ServerState {
  readonly service: Service;
  readonly apiKey: string;
  /** `/radarr`, or empty. */
  readonly urlBase: string;
  /** Without a login, pages are shown to anyone, and the key with them. */
  readonly authentication: Authentication;
  readonly library: SimulatedLibrary;
}

/** A request, as far as it matters. */
export interface SimulatedRequest {
  readonly method: string;
  /** With query. */
  readonly target: string;
  readonly host: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of all header lines. */
  readonly headerBytes: number;
}

/** Longer request lines are refused, the two bytes of the line break included (servarr.md 12). */
const longestRequestLine = 8_192;
const mostHeaderBytes = 32_768;

/** What the server answers, in the order of its pipeline. Source: servarr.md 1.1 to 1.3 and 12. */
export function answerRequest(state: ServerState, request: SimulatedRequest): SimulatedAnswer {
  const { method, target } = request;
  if (`${method} ${target} HTTP/1.1\r\n`.length > longestRequestLine) return outerAnswer(414);
  if (request.headerBytes > mostHeaderBytes) return outerAnswer(431);
  const url = new URL(`http://simulated${target.startsWith('/') ? target : '/'}`);
  const path = withoutBase(url.pathname, state.urlBase);
  const call: Call = { state, request, path, query: url.searchParams };
  return /^\/(api|feed|signalr)(\/|$)/i.test(path ?? url.pathname) ? answerApi(call) : answerPage(call);
}

interface Call {
  readonly state: ServerState;
  readonly request: SimulatedRequest;
  /** Below the url base; null outside it. */
  readonly path: string | null;
  readonly query: URLSearchParams;
}

/** The path below the url base, whose case does not matter; null outside it. */
function withoutBase(pathname: string, urlBase: string): string | null {
  if (urlBase === '') return pathname;
  const isInside = `${pathname.toLowerCase()}/`.startsWith(`${urlBase.toLowerCase()}/`);
  return isInside ? pathname.slice(urlBase.length) || '/' : null;
}

/** The parameter hides the headers even when it is empty; its name ignores case. */
function keyOf(query: URLSearchParams, headers: SimulatedRequest['headers']): string {
  const [, inQuery] = [...query].find(([name]) => name.toLowerCase() === 'apikey') ?? [];
  return inQuery ?? headers['x-api-key'] ?? headers['authorization']?.replace('Bearer ', '') ?? '';
}

function preflight(headers: SimulatedRequest['headers']): SimulatedAnswer {
  return outerAnswer(204, {
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '',
    'access-control-allow-methods': headers['access-control-request-method'] ?? 'GET',
    'access-control-allow-origin': '*',
  });
}

function toBase({ urlBase }: ServerState, target: string): SimulatedAnswer {
  return { ...outerAnswer(307, { location: `${urlBase}${target}` }), isVersioned: true };
}

/** Outside the url base only pages that need a login ask for it; the others are sent to the base first. */
function answerPage({ state, request, path }: Call): SimulatedAnswer {
  const isOpen = /^\/(ping$|login$|Content\/)/.test(request.target);
  const isClosed = asksForLogin(state.authentication) && request.method === 'GET' && !isOpen;
  if (path === null && !isClosed) return toBase(state, request.target);
  if (path === '/ping' && !accepts(state.service, request)) return outerAnswer(406);
  return webPage({
    ...state,
    version: state.library.content.version,
    method: request.method,
    path: path ?? '/',
    login: `http://${request.host}${path === null ? '' : state.urlBase}/login`,
    target: request.target,
    isScript: request.headers['x-requested-with'] === 'XMLHttpRequest',
  });
}

function answerApi({ state, request, path, query }: Call): SimulatedAnswer {
  const { method, headers } = request;
  if (method === 'OPTIONS' && headers['origin'] !== undefined) return preflight(headers);
  if (keyOf(query, headers) !== state.apiKey) return outerAnswer(401);
  if (path === null) return toBase(state, request.target);
  const resource = path.replace(/(?<=.)\/$/, '');
  const answer = state.library.answer(resource, query) ?? emptyAnswer(404);
  const isNowhere = answer.status === 404 && answer.body === '';
  if (method !== 'GET' && !isNowhere) return emptyAnswer(405, { allow: 'GET' });
  if (answer.isVersioned && answer.body !== '' && !accepts(state.service, request)) return emptyAnswer(406);
  return withStatus(state, resource, forever(query, answer));
}

/** An `h` in the query marks an answer that may be kept. */
function forever(query: URLSearchParams, answer: SimulatedAnswer): SimulatedAnswer {
  if (!query.has('h') || answer.status !== 200) return answer;
  return { ...answer, headers: { ...answer.headers, 'cache-control': 'max-age=31536000, public' } };
}

const acceptable: Readonly<Record<Service, readonly string[]>> = {
  radarr: ['*/*', 'application/*', 'application/json', 'text/json'],
  sonarr: ['*/*', 'application/*', 'application/json', 'application/octet-stream'],
};

function accepts(service: Service, { headers }: SimulatedRequest): boolean {
  const ranges = (headers['accept'] ?? '*/*').split(',').map((range) => range.replace(/;.*$/, '').trim());
  return ranges.some((range) => acceptable[service].includes(range.toLowerCase()));
}

const StatusShape = z.record(z.string(), z.unknown());

/** The status names the settings this server runs with, not those it was recorded with. */
function withStatus(state: ServerState, path: string, answer: SimulatedAnswer): SimulatedAnswer {
  const recorded = StatusShape.safeParse(state.library.content.documents['system/status']);
  if (path.toLowerCase() !== '/api/v3/system/status' || !recorded.success) return answer;
  const { urlBase, authentication } = state;
  return { ...answer, body: valueAnswer({ ...recorded.data, authentication, urlBase }).body };
}

/** How the service calls itself while it starts. */
export function startingAnswer(service: Service, isApi: boolean): SimulatedAnswer {
  const errorMessage = `${appNames[service]} is starting up, please try again later`;
  if (!isApi) return { ...outerAnswer(503, { 'content-type': 'text/plain' }), body: errorMessage };
  const answer = { ...outerAnswer(503, { 'content-type': 'application/json' }), isVersioned: true };
  return { ...answer, body: JSON.stringify({ errorMessage }, null, 2) };
}
