import { chmod, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../../config/make-folder.ts';
import { AppError } from '../../lib/errors.ts';
import { refuse } from '../../pipeline/destination.ts';
import { type Effects, realEffects } from '../../pipeline/effects.ts';
import { openStoreFor } from '../../pipeline/open-store.ts';
import { plainOptions } from '../../pipeline/plain-options.ts';
import type { RunningInstance } from '../../simulator/instance-options.ts';
import type { CommandContext, ExitCode } from '../command.ts';
import { demoInstance } from './demo-instance.ts';
import { readCount, startDemoServers } from './demo-servers.ts';
import type { GlobalFlags } from './global-flags.ts';
import { openTalk } from './open-talk.ts';
import { drawDemo, playStory } from './play-demo.ts';
import { runExport } from './run-export.ts';
import type { Talk } from './talk.ts';
import { counted, fileSize } from './words.ts';

const Flags = z.object({
  out: z.string(),
  serve: z.boolean().default(false),
  movies: z.string().optional(),
  series: z.string().optional(),
  seed: z.string(),
});

/** Exports from simulated servers over real HTTP; with `--serve` they stay until Ctrl-C. @throws {AppError} */
export async function runDemo(raw: unknown, global: GlobalFlags, context: CommandContext): Promise<ExitCode> {
  const { out, serve, movies, series, seed } = Flags.parse(raw);
  if (out === '') throw new AppError('--out names nothing', { code: 'config', hint: 'Give a folder.' });
  const libraries = { movies: readCount('--movies', movies), series: readCount('--series', series), seed };
  const { terminal, signal } = context;
  const effects = realEffects(signal);
  const talk = await openTalk(global, context, []);
  await using servers = await startDemoServers(libraries, { talk, signal });
  const instances = servers.instances.map(demoInstance);
  const place = await emptyStore(out);
  await using store = await openStoreFor({ store: place }, 'collect');
  const days = await playStory({ story: servers.story, instances, store, talk }, effects);
  const code = await runExport(
    {
      instances,
      proxy: { httpProxy: null, httpsProxy: null, noProxy: null },
      formats: ['csv', 'json'],
      out: { kind: 'folder', path: out },
      filter: { conditions: [] },
      sort: null,
      limit: null,
      options: plainOptions,
      redactWith: null,
      talk,
      terminal,
      mayDraw: !global.quiet && !global.verbose,
    },
    effects,
  );
  for (const { file, rows, bytes } of await drawDemo({ store, instances, days, folder: out }, effects)) {
    const what = `${counted(rows, 'file')}, ${counted(days, 'day')} of history`;
    talk.say('info', `→ ${join(out, file)}  ${what}  ${fileSize(bytes)}`);
  }
  const config = await writeConfig(out, servers.instances, place);
  if (serve) await keepServing(config, talk, effects);
  else talk.say('info', `look closer: arr-score analyze --config ${config}`);
  return code;
}

/** A store of the demo's own; the one of an earlier demo is removed. */
async function emptyStore(folder: string): Promise<string> {
  const place = resolve(folder, 'arr-score-demo.db');
  await makeFolder(folder).catch((cause: unknown) => refuse(folder, cause));
  for (const file of [place, `${place}-wal`, `${place}-shm`]) await rm(file, { force: true });
  return place;
}

/** Longer than anybody watches; timers cannot wait for more. */
const aLongTimeMs = 2 ** 31 - 1;

async function keepServing(config: string, talk: Talk, effects: Effects): Promise<void> {
  talk.say('warning', `the simulated servers run until Ctrl-C; in another terminal:`);
  for (const command of ['check', 'export', 'history', 'analyze'])
    talk.say('warning', `  arr-score ${command} --config ${config}`);
  await effects.sleep(aLongTimeMs, effects.signal);
}

/** What was played can be asked when its servers are gone, too. @returns where it was written */
async function writeConfig(
  out: string,
  instances: readonly RunningInstance[],
  store: string,
): Promise<string> {
  const path = join(out, 'arr-score.yaml');
  const blocks = instances.map(
    ({ service, name, url, apiKey }) =>
      `${service}:\n  ${name}:\n    base_url: ${url}\n    api_key: ${apiKey}\n`,
  );
  const text = `# of "arr-score demo": its servers are there only while it runs\nstore: ${JSON.stringify(store)}\n${blocks.join('')}`;
  await writeFile(path, text, { mode: 0o600 });
  await chmod(path, 0o600);
  return path;
}
