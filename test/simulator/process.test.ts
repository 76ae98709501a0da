import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { serveProcess } from '../../src/simulator/serve-process.ts';
import { startSimulatorProcess } from '../../src/simulator/start-process.ts';
import { ask } from '../support/simulated.ts';

const Ready = z.object({
  instances: z.tuple([
    z.object({
      service: z.enum(['radarr', 'sonarr']),
      name: z.string(),
      url: z.string(),
      apiKey: z.string(),
    }),
  ]),
});

test('a process of its own serves, and ends when it is let go', async () => {
  const generated = { kind: 'generated', items: 5, seed: 1 } as const;
  let pid = 0;
  {
    await using simulator = await startSimulatorProcess({
      radarr: { name: 'far', library: generated, latencyMs: 1 },
    });
    const [instance] = simulator.instances;
    if (instance === undefined) throw new Error('one instance was started');
    expect(instance.name).toBe('far');
    expect(JSON.parse((await ask(instance, '/api/v3/movie')).text)).toHaveLength(5);
    pid = simulator.pid;
    expect(pid).not.toBe(process.pid);
  }
  expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
});

test('what does not start says so', async () => {
  const nowhere = { kind: 'folder', path: '/nowhere' } as const;
  await expect(startSimulatorProcess({ radarr: { library: nowhere } })).rejects.toThrow(
    'ended before it listened',
  );
});

test('one that is ended before it has read what to play says so, and breaks nothing', async () => {
  const interruption = new AbortController();
  const large = { radarr: { name: 'x'.repeat(1_000_000) } };
  const starting = startSimulatorProcess(large, interruption.signal);
  interruption.abort();
  await expect(starting).rejects.toThrow('ended before it listened');
});

test('it serves until its input ends', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const served = serveProcess(input, output);
  input.write('{"sonarr":{"name":"near"}}\n');
  const [line] = await new Promise<string[]>((resolve) =>
    output.once('data', (data: Buffer) => resolve([data.toString()])),
  );
  const instance = Ready.parse(JSON.parse(line ?? '')).instances[0];
  expect((await ask(instance, '/api/v3/series')).status).toBe(200);
  input.end();
  await served;
  output.end();
  expect(await text(output)).toBe('');
  await expect(ask(instance, '/api/v3/series')).rejects.toThrow(/ECONNREFUSED/);
});
