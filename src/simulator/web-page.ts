import { appNames, type Service } from '../model/service.ts';
import { outerAnswer, problemAnswer, type SimulatedAnswer, valueAnswer } from './answer.ts';

/** Who gets past the login of the web page: with `none` and `external` everyone does. */
export type Authentication = 'forms' | 'basic' | 'none' | 'external';

/** Whether pages ask for a login. */
export function asksForLogin(authentication: Authentication): boolean {
  return authentication === 'forms' || authentication === 'basic';
}

/** A request outside the API. */
export interface PageRequest {
  readonly service: Service;
  readonly version: string;
  readonly authentication: Authentication;
  readonly apiKey: string;
  readonly urlBase: string;
  readonly method: string;
  /** Below the url base. */
  readonly path: string;
  /** Where the login page is: `http://127.0.0.1:7878/radarr/login`. */
  readonly login: string;
  /** What was asked for, url base and query included. */
  readonly target: string;
  /** Asked by a script of the page. */
  readonly isScript: boolean;
}

const cached = {
  'cache-control': 'max-age=31536000, public',
  'last-modified': 'Sun, 22 Nov 2026 11:22:41 GMT',
} as const;

/** The web page, its login, and what anyone may see. Source: servarr.md 1.3, 12. */
export function webPage(request: PageRequest): SimulatedAnswer {
  const { path, method, authentication } = request;
  if (path === '/ping') return ping(method);
  if (method !== 'GET') return outerAnswer(405, { allow: 'GET', ...cached });
  if (path.startsWith('/Content/')) return { ...problemAnswer(), isVersioned: false };
  if (path === '/login') return html(request);
  if (asksForLogin(authentication)) return loginFirst(request);
  return path === '/initialize.json' ? initialize(request) : html(request);
}

/** Sent as if it could be kept for a year: a proxy may lie about health. */
function ping(method: string): SimulatedAnswer {
  if (method !== 'GET' && method !== 'HEAD') return outerAnswer(405, { allow: 'GET, HEAD', ...cached });
  const answer = valueAnswer({ status: 'OK' });
  const headers = { 'content-type': 'application/json; charset=utf-8', ...cached };
  return { ...answer, isVersioned: false, headers };
}

function loginFirst({ login, target, isScript }: PageRequest): SimulatedAnswer {
  return outerAnswer(isScript ? 401 : 302, { location: `${login}?returnUrl=${encodeURIComponent(target)}` });
}

/** Hands out the key to anyone: why a doctor warns of servers without a login. */
function initialize({ urlBase, apiKey, version, service }: PageRequest): SimulatedAnswer {
  const answer = valueAnswer({
    apiRoot: `${urlBase}/api/v3`,
    apiKey,
    release: `${version}-develop`,
    version,
    instanceName: appNames[service],
    theme: 'auto',
    branch: service === 'radarr' ? 'master' : 'develop',
    analytics: false,
    userHash: '00000000',
    urlBase,
    isProduction: true,
  });
  return {
    ...answer,
    isVersioned: false,
    headers: { ...answer.headers, 'content-type': 'application/json' },
  };
}

function html({ service, urlBase }: PageRequest): SimulatedAnswer {
  const name = appNames[service];
  const body = `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${name}</title>
    <script type="module" src="${urlBase}/index.js"></script>
  </head>
  <body><div id="root">${name}</div></body>
</html>
`;
  const answer = valueAnswer(null);
  return { ...answer, body, isVersioned: false, headers: { ...answer.headers, 'content-type': 'text/html' } };
}
