import { demoInstance } from '../../src/cli/shared/demo-instance.ts';
import type { InstanceConfig } from '../../src/config/config.ts';
import type { RunningInstance } from '../../src/simulator/instance-options.ts';

/** No proxy at all. */
export const noProxy = { httpProxy: null, httpsProxy: null, noProxy: null } as const;

/** The configuration of a simulated server, with limits that are shorter still than those of the demo. */
export function configured(running: RunningInstance, only: Partial<InstanceConfig> = {}): InstanceConfig {
  return {
    ...demoInstance(running),
    timeouts: { connectMs: 2_000, listFirstByteMs: 5_000, listIdleMs: 2_000, otherMs: 5_000 },
    ...only,
  };
}
