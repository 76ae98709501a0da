import { errors } from 'undici';
import { z } from 'zod';
import type { ArrFailure } from '../model/arr-failure.ts';
import { InsecureAddressError } from './transport.ts';

const Coded = z.object({ code: z.string(), cause: z.unknown().optional() });

/** What the codes of Node and undici mean to a person. */
const words: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known here',
  EAI_AGAIN: 'its name cannot be looked up now',
  ECONNREFUSED: 'nothing listens at this address',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the connection was cut',
  EHOSTUNREACH: 'there is no way to this host',
  ENETUNREACH: 'there is no way to this network',
  ETIMEDOUT: 'no connection came about',
  UND_ERR_CONNECT_TIMEOUT: 'no connection came about',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed: name it as ca_file',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is of an unknown authority: name that one as ca_file',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is of an unknown authority: name that one as ca_file',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak https at this port',
  EPROTO: 'it does not speak https at this port',
};

const timeouts: ReadonlySet<string> = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** Time limits that applied to the request. */
export interface Limits {
  readonly url: string;
  readonly firstByteMs: number;
  readonly idleMs: number;
}

/**
 * What an exception of the HTTP library means.
 *
 * @returns null for what is no fault of connection or server: then it is a bug, or we were interrupted
 */
export function judgeBreakdown(error: unknown, { url, firstByteMs, idleMs }: Limits): ArrFailure | null {
  if (error instanceof InsecureAddressError) return { kind: 'insecure', url, address: error.address };
  if (error instanceof errors.HTTPParserError)
    return { kind: 'not-an-arr', url, problem: 'it does not speak HTTP' };
  const code = codeOf(error);
  if (code === null) return null;
  if (timeouts.has(code)) {
    return { kind: 'timeout', url, afterMs: code === 'UND_ERR_BODY_TIMEOUT' ? idleMs : firstByteMs };
  }
  if (/^(Z_|ERR_TRAILING_JUNK|ERR_STREAM_PREMATURE)/.test(code)) {
    return { kind: 'body', url, problem: 'its compression is broken' };
  }
  return { kind: 'unreachable', url, problem: words[code] ?? `the connection failed (${code})` };
}

/** undici wraps what went wrong; Node joins several attempts at one name. */
function codeOf(error: unknown): string | null {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  const coded = Coded.safeParse(error);
  return coded.success ? (codeOf(coded.data.cause) ?? coded.data.code) : null;
}
