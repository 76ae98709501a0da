import { isIP } from 'node:net';
import { getCACertificates } from 'node:tls';
import { Agent, buildConnector, type Dispatcher, EnvHttpProxyAgent, Pool } from 'undici';
import { isPrivateAddress } from './private-address.ts';
import type { ArrTarget } from './target.ts';

/** Thrown by the connection itself, before a byte of the request is sent. */
export class InsecureAddressError extends Error {
  override readonly name = 'InsecureAddressError';
  readonly address: string;

  constructor(address: string) {
    super(`plain http to the public address ${address}`);
    this.address = address;
  }
}

/** The connections to one server: kept open between requests, one request at a time on each. */
export function createTransport(target: ArrTarget): Dispatcher {
  const { baseUrl, workers, ca, proxy, timeouts, allowInsecure } = target;
  const secure = ca === null ? {} : { ca: [...getCACertificates('default'), ca] };
  const connectWith = buildConnector({ timeout: timeouts.connectMs, ...secure });
  const connect: buildConnector.connector = (options, done) => {
    connectWith(options, (error, socket) => {
      if (error !== null) return done(error, null);
      const isSecret = allowInsecure || options.protocol === 'https:';
      const insecure = isSecret ? null : publicAddress(socket.remoteAddress);
      if (insecure === null) return done(null, socket);
      socket.destroy();
      return done(new InsecureAddressError(insecure), null);
    });
  };
  const options = { connections: workers, pipelining: 1, connect };
  // As in curl: HTTP_PROXY is for http alone. undici would send https through it, too, where there is no other.
  const uri = baseUrl.startsWith('https:') ? proxy.httpsProxy : proxy.httpProxy;
  if (uri === null) return new Agent(options);
  return new EnvHttpProxyAgent({
    ...options,
    ...(allowInsecure ? {} : { factory: guardedPool(new URL(baseUrl)) }),
    // What goes through a proxy does not use the connector above.
    connectTimeout: timeouts.connectMs,
    requestTls: secure,
    httpProxy: uri,
    httpsProxy: uri,
    noProxy: proxy.noProxy ?? '',
  });
}

/** The address that was connected to, where it is not one of a home or company network. */
function publicAddress(remoteAddress: string | undefined): string | null {
  const address = String(remoteAddress);
  return isPrivateAddress(address) ? null : address;
}

/** Opens connections, but none to a proxy that would carry the key on in the clear to where it may not go. */
function guardedPool({ protocol, origin: wanted, hostname }: URL): NonNullable<Agent.Options['factory']> {
  return (origin, options) => {
    const isForwarded = protocol === 'http:' && new URL(origin).origin !== wanted;
    if (isForwarded && !isPrivateHost(hostname)) throw new InsecureAddressError(hostname);
    return new Pool(origin, options);
  };
}

/** The proxy alone looks names up: private are those that no public name can be (RFC 6762, 8375; `.internal`). */
function isPrivateHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(bare) !== 0) return isPrivateAddress(bare);
  return !bare.includes('.') || /\.(?:localhost|local|home\.arpa|internal)$/.test(bare);
}
