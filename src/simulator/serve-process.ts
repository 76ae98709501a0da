import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { startSimulator } from './start-simulator.ts';

const Recorded = z.union([
  z.object({ kind: z.literal('recorded'), set: z.string() }),
  z.object({ kind: z.literal('folder'), path: z.string() }),
]);

const Generated = z.object({
  kind: z.literal('generated'),
  items: z.number(),
  seed: z.union([z.string(), z.number()]),
  from: Recorded.exactOptional(),
});

const Instance = z.object({
  name: z.string().exactOptional(),
  apiKey: z.string().exactOptional(),
  urlBase: z.string().exactOptional(),
  library: z.union([Recorded, Generated]).exactOptional(),
  port: z.number().exactOptional(),
  cost: z.enum(['none', 'real']).exactOptional(),
  latencyMs: z.number().exactOptional(),
});

const Instances = z.union([Instance, z.array(Instance)]).nullable();
const Options = z.strictObject({ radarr: Instances.exactOptional(), sonarr: Instances.exactOptional() });

/**
 * Plays servers for the process at the other end: options come as one line of JSON, `{"pid": …, "instances": […]}` goes
 * back when they listen, and the end of the input ends them, so that they never outlive their parent.
 */
export async function serveProcess(input: Readable, output: Writable): Promise<void> {
  const lines = createInterface({ input });
  const ended = once(lines, 'close');
  const [line] = z.tuple([z.string()]).parse(await once(lines, 'line'));
  await using simulator = await startSimulator(Options.parse(JSON.parse(line)));
  output.write(`${JSON.stringify({ pid: process.pid, instances: simulator.instances })}\n`);
  await ended;
}
