import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Benchmark } from './benchmark.ts';
import { figureOf, medianOf } from './shared/figure.ts';

const runs = 7;

/** From the start of the process to its end, from the sources: the slower of the two ways to run it. */
export const startUp: Benchmark = {
  name: 'start-up',
  what: 'the slower of --version and --help, wall time',
  unit: 's',
  mustReach: 0.25,
  aim: null,
  measure: async (say) => {
    const measured: Readonly<Record<string, readonly number[]>> = {
      '--version': await timesOf('--version'),
      '--help': await timesOf('--help'),
    };
    const [slower = '', times = []] =
      Object.entries(measured).sort(([, a], [, b]) => medianOf(b) - medianOf(a))[0] ?? [];
    say(`${slower} is the slower one`);
    return figureOf(times, slower);
  },
};

async function timesOf(flag: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const since = performance.now();
    await once(spawn(process.execPath, ['src/main.ts', flag], { stdio: 'ignore' }), 'exit');
    times.push((performance.now() - since) / 1000);
  }
  return times;
}
