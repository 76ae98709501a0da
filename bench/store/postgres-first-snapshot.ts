import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { request } from 'undici';
import { setup } from '../../test/support/postgres-server.ts';
import type { Benchmark, Say } from '../benchmark.ts';
import { ratioOfPairs } from '../shared/pairs.ts';
import { firstMoment, storeMovies, withFirstSnapshot } from './with-first-snapshot.ts';

/** What the other engine costs. */
export const storePostgresFirstSnapshot: Benchmark = {
  name: 'store-postgres-first-snapshot',
  what: 'first snapshot of 100,000 files × 8 formats, PostgreSQL ÷ SQLite',
  unit: 'ratio',
  mustReach: 3,
  aim: null,
  measure: (say) =>
    withPostgres(say, (owner) =>
      withFirstSnapshot(({ onFresh }) =>
        ratioOfPairs(
          {
            ours: async () => (await storeMovies(await freshDatabase(owner), firstMoment)).ms,
            theirs: () => onFresh((address) => storeMovies(address, firstMoment)),
            names: ['PostgreSQL', 'SQLite'],
          },
          say,
        ),
      ),
    ),
};

/** Runs measurements with a PostgreSQL of their own; null where npm brings none for this machine. */
async function withPostgres<T>(say: Say, measure: (owner: string) => Promise<T>): Promise<T | null> {
  let door = '';
  const stop = await setup({ provide: (_name, url) => (door = url) });
  try {
    const { body } = await request(door);
    const owner = await text(body);
    if (owner !== '') return await measure(owner);
    say('npm brings no PostgreSQL for this machine');
    return null;
  } finally {
    await stop();
  }
}

/** An empty database, by its address. */
async function freshDatabase(owner: string): Promise<string> {
  const name = `bench-${randomUUID()}`;
  const client = new Client(owner);
  await client.connect();
  await client.query(`create database "${name}"`);
  await client.end();
  const url = new URL(owner);
  url.pathname = name;
  return url.href;
}
