import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** `ARR_SCORE_LIVE=1 npm run test:live`: the servers of your own configuration, read and never written to. */
const config: ViteUserConfig = defineConfig({
  test: { include: ['test/live/*.live.ts'], testTimeout: 3_600_000, hookTimeout: 3_600_000 },
});

export default config;
