import { CompiledQuery, sql } from 'kysely';
import { expect, test } from 'vitest';
import { createSqlStore } from '../../src/store/create-sql-store.ts';
import { bulkColumns } from '../../src/store/engine/bulk-columns.ts';
import type { Engine } from '../../src/store/engine/engine.ts';
import { openSqliteEngine, prepareSqlite } from '../../src/store/engine/sqlite-engine.ts';
import { migrate } from '../../src/store/migrate.ts';
import type { Store } from '../../src/store/store.ts';
import { judges, saveMoment } from '../support/a-snapshot.ts';
import { aFile, anItem } from '../support/builders.ts';
import { anEvent } from '../support/comparing.ts';

interface Watched {
  readonly engine: Engine;
  readonly store: Store;
  /** Every statement since the last look, as a plan. */
  readonly plans: () => Promise<readonly string[]>;
}

/** A store whose statements are written down. */
async function watch(): Promise<Watched> {
  const said: (readonly [sql: string, parameters: readonly unknown[]])[] = [];
  const onQuery = (text: string, parameters: readonly unknown[]): void => void said.push([text, parameters]);
  const engine = openSqliteEngine(':memory:', { mayCreate: true, patienceMs: 0, onQuery });
  await prepareSqlite(engine.db, { isNew: true, isWritten: true });
  await migrate(engine);
  return {
    engine,
    store: createSqlStore(engine),
    plans: async () => {
      const queries = said.splice(0).filter(([text]) => text.startsWith('select'));
      const plans: string[] = [];
      for (const [text, parameters] of queries) {
        const explain = CompiledQuery.raw(`explain query plan ${text}`, [...parameters]);
        const { rows } = await engine.db.executeQuery<{ readonly detail: string }>(explain);
        plans.push(...rows.map(({ detail }) => detail));
      }
      return plans;
    },
  };
}

test('the columns that are written in bulk are those of the tables', async () => {
  const { engine, store } = await watch();
  await using _ = store;
  for (const [table, columns] of Object.entries(bulkColumns)) {
    const { rows } = await sql<{
      readonly name: string;
    }>`select name from pragma_table_info(${table})`.execute(engine.db);
    expect([table, columns.map(([name]) => name).toSorted()]).toEqual([
      table,
      rows.map(({ name }) => name).toSorted(),
    ]);
  }
});

test('one slot is looked up by keys, however long the history', async () => {
  const { store, plans } = await watch();
  await using _ = store;
  const item = anItem();
  for (const size of [1, 2, 3]) {
    await saveMoment(store, {
      at: new Date(Date.UTC(2026, 0, size)),
      files: [aFile({ item, sizeBytes: size })],
    });
  }
  const [slot] = await store.findSlots({ instances: null, title: 'metropolis', limit: 1 });
  await plans();
  await store.timeline(slot ?? expect.fail(), judges);
  const used = await plans();
  const about = (table: string) => used.filter((line) => new RegExp(`(SCAN|SEARCH) ${table}\\b`).test(line));
  expect(about('fact')).toEqual([
    'SEARCH fact USING PRIMARY KEY (tenant=? AND instance=? AND item=? AND season=? AND episode=?)',
  ]);
  expect(about('file')).toEqual(['SEARCH file USING PRIMARY KEY (tenant=? AND instance=? AND item=?)']);
  expect(about('item')).toEqual([
    'SEARCH item USING COVERING INDEX item_by_key (tenant=? AND instance=? AND item_key=?)',
  ]);
  expect(about('event')).toEqual([
    'SEARCH event USING INDEX event_by_slot (tenant=? AND instance=? AND item=? AND season=? AND episode=?)',
  ]);
});

test('changes since a time look at the spans that ended since, then at those of these items', async () => {
  const { store, plans } = await watch();
  await using _ = store;
  for (const size of [1, 2, 3]) {
    await saveMoment(store, { at: new Date(Date.UTC(2026, 0, size)), files: [aFile({ sizeBytes: size })] });
  }
  await plans();
  const asked = {
    instances: null,
    since: new Date(Date.UTC(2026, 0, 3)),
    kinds: null,
    causes: null,
    withRescored: true,
  };
  await Array.fromAsync(store.changes({ ...asked, ...judges }));
  const used = await plans();
  expect(used.filter((line) => /SEARCH fact/.test(line))).toEqual([
    'SEARCH fact USING INDEX fact_by_end (tenant=? AND instance=? AND to_run>?)',
    'SEARCH fact USING PRIMARY KEY (tenant=? AND instance=? AND item=?)',
  ]);
});

test('a page of events is a piece of the index by time, in its order', async () => {
  const { store, plans } = await watch();
  await using _ = store;
  const instance = { service: 'radarr', name: 'main' } as const;
  await saveMoment(store, { files: [aFile()] });
  const events = Array.from({ length: 1_001 }, (_one, index) => ({ eventId: index + 1, event: anEvent() }));
  await store.saveEvents({ instance, events, nextPage: null });
  await plans();
  expect(await Array.fromAsync(store.events({ instances: null, since: null }))).toHaveLength(1_001);
  const used = (await plans()).filter((line) => /event|B-TREE FOR ORDER BY/.test(line));
  const byTime = 'SEARCH event USING INDEX event_by_time (tenant=? AND instance=? AND at>?)';
  expect(used).toEqual([byTime, byTime]);
});

test('no question reads a whole table of another tenant or instance', async () => {
  const { store, plans } = await watch();
  await using _ = store;
  await saveMoment(store, { files: [aFile()] });
  await plans();
  const all = { instances: null, since: null };
  await store.loadLibrary({ ...all, since: new Date(0), withRescored: true, ...judges });
  await Array.fromAsync(store.files({ instances: null, pageSize: 10, matches: null, after: null }));
  await Array.fromAsync(store.scoresAt({ instances: null, at: new Date() }));
  await store.days(all);
  await Array.fromAsync(store.events(all));
  await store.carriable({ service: 'radarr', name: 'main' });
  const used = await plans();
  expect(used.length).toBeGreaterThan(50);
  const scans = used.filter((line) =>
    /^SCAN (file|fact|item|event|run|rule|match_set|day_count)\b/.test(line),
  );
  expect(scans).toEqual([]);
});
