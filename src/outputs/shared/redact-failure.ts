import type { ArrFailure } from '../../model/arr-failure.ts';
import { appNames } from '../../model/service.ts';

/** Another name for a text, always the same: `title-3f2a9c1d0b7e`. */
export type Pseudonym = (kind: string, text: string) => string;

/** What the server or its answer said in its own words is not told: it can hold titles and paths. */
const words = 'redacted';

const known: ReadonlySet<string> = new Set(Object.values(appNames));

/** The same failure without host names, addresses and the words of others. */
export function redactFailure(failure: ArrFailure, pseudonym: Pseudonym): ArrFailure {
  const url = redactUrl(failure.url, pseudonym);
  switch (failure.kind) {
    case 'list-broken':
    case 'rules-broken':
    case 'body':
      return { ...failure, url, problem: words };
    case 'status':
      return { ...failure, url, problem: failure.problem === null ? null : words };
    case 'insecure':
      return { ...failure, url, address: pseudonym('host', failure.address) };
    case 'url-base':
      return { ...failure, url, location: redactUrl(failure.location, pseudonym) };
    case 'wrong-service':
      return { ...failure, url, found: known.has(failure.found) ? failure.found : 'another program' };
    case 'unreachable':
    case 'not-an-arr':
    case 'timeout':
    case 'unauthorised':
    case 'forbidden':
    case 'starting':
    case 'busy':
    case 'gone':
      return { ...failure, url };
  }
}

/** `http://host-3f2a9c1d0b7e/api/v3/movie`: without port and url base, which people name as they like. */
function redactUrl(url: string, pseudonym: Pseudonym): string {
  const call = /\/api\/v\d[^?#]*/.exec(url)?.[0] ?? '';
  if (!URL.canParse(url)) return call === '' ? words : call;
  const { protocol, host } = new URL(url);
  return `${protocol}//${pseudonym('host', host)}${call}`;
}
