import type { InstanceConfig } from '../../src/config/config.ts';
import type { RunningInstance } from '../../src/simulator/instance-options.ts';

/** No proxy at all. */
export const noProxy = { httpProxy: null, httpsProxy: null, noProxy: null } as const;

/** The configuration of a simulated server, with short limits. */
export function configured(
  { service, name, url, apiKey }: RunningInstance,
  only: Partial<InstanceConfig> = {},
): InstanceConfig {
  return {
    service,
    name,
    baseUrl: url,
    externalUrl: url,
    apiKey,
    enabled: true,
    workers: 5,
    chunkSize: 100,
    timeouts: { connectMs: 2_000, listFirstByteMs: 5_000, listIdleMs: 2_000, otherMs: 5_000 },
    maxRequestsPerSecond: null,
    ca: null,
    headers: {},
    allowInsecure: false,
    ...only,
  };
}
