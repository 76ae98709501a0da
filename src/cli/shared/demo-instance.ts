import type { InstanceConfig } from '../../config/config.ts';

/** What is known of a server that was just started. */
interface Started extends Pick<InstanceConfig, 'service' | 'name' | 'apiKey'> {
  readonly url: string;
}

/** The settings of a simulated server. It is quick and near: all limits are short. */
export function demoInstance({ service, name, url, apiKey }: Started): InstanceConfig {
  return {
    service,
    name,
    baseUrl: url,
    externalUrl: url,
    apiKey,
    enabled: true,
    workers: 5,
    chunkSize: 100,
    timeouts: { connectMs: 5_000, listFirstByteMs: 10_000, listIdleMs: 10_000, otherMs: 10_000 },
    maxRequestsPerSecond: null,
    ca: null,
    headers: {},
    allowInsecure: false,
  };
}
