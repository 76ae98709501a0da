/**
 * The least that can be done: asks for everything that an export asks for, and only parses the answers.
 */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Agent } from 'undici';
import { z } from 'zod';
import { chunks } from '../../src/lib/chunks.ts';
import { type BenchInstance, Instances } from '../shared/instances.ts';
import { job } from '../shared/job.ts';

const Given = z.object({ instances: Instances, concurrency: z.number() });

/** Nothing is checked: this is the loop that leaves everything out. */
const Rows = z.custom<readonly { readonly id: number; readonly movieFileId?: number }[]>();

const chunkSize = 100;
const rules = ['customformat', 'qualityprofile', 'config/mediamanagement'];
const unpack = promisify(gunzip);

type Ask = (path: string) => Promise<unknown>;
type Work = () => Promise<unknown>;

await job(async (given) => {
  const { instances, concurrency } = Given.parse(given);
  await Promise.all(instances.map((instance) => readAll(instance, concurrency)));
});

async function readAll(instance: BenchInstance, concurrency: number): Promise<void> {
  const agent = new Agent({ connections: concurrency, pipelining: 1 });
  const ask = asking(instance, agent);
  await ask('system/status');
  await Promise.all(rules.map(ask));
  await Promise.all(['tag', 'indexerflag'].map(ask));
  const works = instance.service === 'radarr' ? await movieWorks(ask) : await seriesWorks(ask);
  const next = works.values();
  await Promise.all(Array.from({ length: concurrency }, () => doAll(next)));
  await Promise.all(rules.map(ask));
  await agent.destroy();
}

function asking({ url, apiKey }: BenchInstance, agent: Agent): Ask {
  const headers = { 'x-api-key': apiKey, 'accept-encoding': 'gzip' };
  return async (path) => {
    const { body } = await agent.request({ origin: url, path: `/api/v3/${path}`, method: 'GET', headers });
    const answer: unknown = JSON.parse((await unpack(await body.arrayBuffer())).toString('utf8'));
    return answer;
  };
}

async function doAll(works: Iterable<Work>): Promise<void> {
  for (const work of works) await work();
}

async function movieWorks(ask: Ask): Promise<readonly Work[]> {
  const movies = Rows.parse(await ask('movie?excludeLocalCovers=true'));
  const ids = movies.filter(({ movieFileId }) => movieFileId !== 0).map(({ id }) => `movieId=${id}`);
  return [...chunks(ids, chunkSize)].map((chunk) => () => ask(`moviefile?${chunk.join('&')}`));
}

async function seriesWorks(ask: Ask): Promise<readonly Work[]> {
  const series = Rows.parse(await ask('series'));
  return series.map(({ id }) => async () => {
    const files = Rows.parse(await ask(`episodefile?seriesId=${id}`));
    if (files.length > 0) await ask(`episode?seriesId=${id}`);
  });
}
