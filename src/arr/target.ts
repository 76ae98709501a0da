import type { ProxySettings } from '../model/proxy-settings.ts';
import type { Service } from '../model/service.ts';

/** Where a server is, how to be let in, and how hard it may be asked. */
export interface ArrTarget {
  readonly service: Service;
  /** May end in a url base: `http://nas:7878/radarr`. No slash at the end. */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** Sent with every request, for a gateway; the values are secrets. */
  readonly headers: Readonly<Record<string, string>>;
  /** Requests at once, at most. */
  readonly workers: number;
  readonly maxRequestsPerSecond: number | null;
  readonly timeouts: Timeouts;
  /** Trusted beside the system's certificates, PEM. */
  readonly ca: string | null;
  /** Lets the key go over plain http to a public address. */
  readonly allowInsecure: boolean;
  readonly proxy: ProxySettings;
}

/** How long to wait, in milliseconds. */
export interface Timeouts {
  readonly connectMs: number;
  /** A list of items: a server with a large library is silent for minutes. */
  readonly listFirstByteMs: number;
  /** Between two pieces of a list. */
  readonly listIdleMs: number;
  /** Any other answer, whole. */
  readonly otherMs: number;
}
