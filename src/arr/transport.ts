import { getCACertificates } from 'node:tls';
import { Agent, buildConnector, type Dispatcher, EnvHttpProxyAgent } from 'undici';
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
export function createTransport({ workers, ca, proxy, timeouts, allowInsecure }: ArrTarget): Dispatcher {
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
  const { httpProxy, httpsProxy, noProxy } = proxy;
  if (httpProxy === null && httpsProxy === null) return new Agent(options);
  return new EnvHttpProxyAgent({
    ...options,
    ...secure,
    httpProxy: httpProxy ?? '',
    httpsProxy: httpsProxy ?? '',
    noProxy: noProxy ?? '',
  });
}

/** The address that was connected to, where it is not one of a home or company network. */
function publicAddress(remoteAddress: string | undefined): string | null {
  const address = String(remoteAddress);
  return isPrivateAddress(address) ? null : address;
}
