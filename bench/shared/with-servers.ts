import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProcessOptions, startSimulatorProcess } from '../../src/simulator/start-process.ts';
import type { BenchInstance } from './instances.ts';
import { runJob } from './run-job.ts';

/** Simulated servers in a process of their own, and what can be done with them. */
export interface BenchServers {
  readonly instances: readonly BenchInstance[];
  /** One export of all of them. */
  readonly exportAll: (format?: string) => ReturnType<typeof runJob>;
}

/** Runs measurements against servers, and stops these. */
export async function withServers<T>(
  options: ProcessOptions,
  measure: (servers: BenchServers) => Promise<T>,
): Promise<T> {
  await using simulator = await startSimulatorProcess(options);
  const folder = await mkdtemp(join(tmpdir(), 'arr-score-bench-'));
  try {
    const config = join(folder, 'arr-score.yaml');
    await writeFile(config, yamlOf(simulator.instances), { mode: 0o600 });
    const out = join(folder, 'out');
    const exportAll: BenchServers['exportAll'] = (format = 'csv') =>
      runJob('export', { config, out, format });
    return await measure({ instances: simulator.instances, exportAll });
  } finally {
    await rm(folder, { recursive: true });
  }
}

function yamlOf(instances: readonly BenchInstance[]): string {
  return instances
    .map(({ service, name, url, apiKey }) => {
      return `${service}:\n  ${name}:\n    base_url: ${url}\n    api_key: ${apiKey}\n`;
    })
    .join('');
}
