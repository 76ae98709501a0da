import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Fault } from '../../src/simulator/faults/fault.ts';
import { startSimulator } from '../../src/simulator/start-simulator.ts';
import { markerKey } from '../support/client.ts';
import { aFolder } from '../support/folder.ts';
import { run, yamlFor } from '../support/run.ts';

const always = { on: { path: '/api/v3/(movie|customformat)', count: null } } as const;

const faults: readonly Fault[] = [
  { kind: 'unauthorised', ...always },
  { kind: 'forbidden', ...always },
  { kind: 'hang-up', ...always },
  { kind: 'garbage', ...always },
  { kind: 'html', ...always },
  { kind: 'wrong-type', contentType: 'text/plain', ...always },
  { kind: 'bad-gzip', ...always },
  { kind: 'exception', status: 500, message: `bad row of ${markerKey}`, ...always },
  { kind: 'exception', status: 418, message: 'odd', ...always },
  { kind: 'redirect', to: 'loop', ...always },
  { kind: 'redirect', to: 'https', ...always },
  { kind: 'redirect', to: 'login', ...always },
  { kind: 'redirect', to: 'http://192.0.2.1:9', ...always },
  { kind: 'uri-too-long', ...always },
  { kind: 'exception', status: 500, message: 'bad row', on: { path: '/moviefile', count: null } },
];

test.each(faults)('nothing that is written under %j has the key', async (fault) => {
  await using simulator = await startSimulator({ radarr: { apiKey: markerKey, faults: [fault] } });
  await using folder = await aFolder({ 'nas.yaml': yamlFor(simulator.instances) });
  const out = join(folder.path, 'out');
  const config = join(folder.path, 'nas.yaml');
  const log = ['--verbose', '--log-file', join(folder.path, 'log.txt')];
  const exported = await run([
    'export',
    '--config',
    config,
    '--format',
    'csv,json,ndjson',
    '--out',
    out,
    ...log,
  ]);
  expect(exported.code).toBe(3);
  const checked = await run(['check', '--config', config, ...log]);
  const files = readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'));
  const said = [exported, checked].flatMap((ran) => [ran.out, ran.err]);
  const written = [...said, ...files, readFileSync(join(folder.path, 'log.txt'), 'utf8')];
  for (const text of written) expect(text).not.toContain(markerKey);
});
