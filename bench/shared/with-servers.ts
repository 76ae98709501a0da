import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ProcessOptions, startSimulatorProcess } from '../../src/simulator/start-process.ts';
import type { BenchInstance } from './instances.ts';
import { type JobTold, runJob } from './run-job.ts';
import { withFolder } from './with-folder.ts';

/** Simulated servers in a process of their own, and what can be done with them. */
export interface BenchServers {
  readonly instances: readonly BenchInstance[];
  /** One export of all of them; `read` as on the command line. */
  readonly exportAll: (format?: string, read?: 'asked' | 'computed') => Promise<JobTold>;
  /** One collect of all of them, into the same store each time; their own history is left alone. */
  readonly collectAll: (read: 'asked' | 'carried') => Promise<JobTold>;
}

/** Runs measurements against servers, and stops these. */
export async function withServers<T>(
  options: ProcessOptions,
  measure: (servers: BenchServers) => Promise<T>,
): Promise<T> {
  await using simulator = await startSimulatorProcess(options);
  return await withFolder(async (folder) => {
    const config = join(folder, 'arr-score.yaml');
    const store = `store: ${join(folder, 'history.db')}\n`;
    await writeFile(config, yamlOf(simulator.instances) + store, { mode: 0o600 });
    const out = join(folder, 'out');
    return measure({
      instances: simulator.instances,
      exportAll: (format = 'csv', read = 'asked') => runJob('export', { config, out, format, read }),
      collectAll: (read) => runJob('collect', { config, read }),
    });
  });
}

function yamlOf(instances: readonly BenchInstance[]): string {
  return instances
    .map(({ service, name, url, apiKey }) => {
      return `${service}:\n  ${name}:\n    base_url: ${url}\n    api_key: ${apiKey}\n`;
    })
    .join('');
}
