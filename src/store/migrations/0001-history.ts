import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { fileTables } from './0001-file-tables.ts';
import type { Flavour } from './flavour.ts';
import { makeTable, type TableShape } from './make-table.ts';

const ofInstance = { tenant: 'int', instance: 'int' } as const;
const instances: readonly TableShape[] = [
  {
    name: 'instance',
    key: ['tenant', 'instance'],
    columns: {
      ...ofInstance,
      service: 'text',
      name: 'text',
      external_url: 'text?',
      server: 'text?',
      definitions: 'text?',
      first_run: 'int?',
      read_run: 'int?',
      snapshots: 'int',
      items_sum: 'long?',
      files_sum: 'long?',
      history_page: 'int?',
      history_since: 'text?',
    },
  },
  {
    name: 'lock',
    key: ['tenant', 'instance'],
    columns: {
      ...ofInstance,
      owner: 'text',
      host: 'text',
      process_id: 'int',
      taken_at: 'text',
      beat_at: 'text',
    },
  },
  {
    name: 'run',
    key: ['tenant', 'instance', 'run'],
    columns: {
      ...ofInstance,
      run: 'int',
      started_at: 'text',
      at: 'text',
      plan: 'text?',
      items: 'int',
      files: 'int',
      items_without_file: 'int',
      changed: 'int',
      requests: 'int',
      retries: 'int',
      bytes: 'long',
      duration_ms: 'long',
      skipped: 'text?',
      failure: 'text?',
    },
  },
];

const rules: readonly TableShape[] = [
  {
    name: 'rule_content',
    key: ['tenant', 'hash'],
    columns: { tenant: 'int', hash: 'text', content: 'bytes' },
  },
  {
    name: 'rule',
    key: ['tenant', 'instance', 'kind', 'rule', 'from_run'],
    columns: {
      ...ofInstance,
      kind: 'text',
      rule: 'int',
      from_run: 'int',
      to_run: 'int?',
      server_id: 'int',
      hash: 'text',
    },
  },
  {
    name: 'rule_change',
    key: ['tenant', 'instance', 'run', 'number'],
    columns: {
      ...ofInstance,
      run: 'int',
      number: 'int',
      edit: 'text',
      files_touched: 'int',
      points_moved: 'long',
      states_changed: 'int',
    },
  },
];

/** What is looked up by something other than the key. */
const indexes = [
  { name: 'instance_by_name', on: 'instance', columns: ['tenant', 'service', 'name'], isUnique: true },
  { name: 'run_by_time', on: 'run', columns: ['tenant', 'instance', 'at'], isUnique: false },
  { name: 'item_by_key', on: 'item', columns: ['tenant', 'instance', 'item_key'], isUnique: true },
  { name: 'fact_by_end', on: 'fact', columns: ['tenant', 'instance', 'to_run'], isUnique: false },
  {
    name: 'match_set_by_formats',
    on: 'match_set',
    columns: ['tenant', 'instance', 'formats'],
    isUnique: true,
  },
  { name: 'term_by_content', on: 'term', columns: ['tenant', 'content'], isUnique: true },
  {
    name: 'event_by_slot',
    on: 'event',
    columns: ['tenant', 'instance', 'item', 'season', 'episode', 'at'],
    isUnique: false,
  },
  { name: 'event_by_time', on: 'event', columns: ['tenant', 'instance', 'at'], isUnique: false },
] as const;

/** Instances, rules, facts, counts and events: see `tables.ts`. */
export function migration0001(flavour: Flavour): Migration {
  return {
    async up(db: Kysely<unknown>) {
      for (const shape of [...instances, ...rules, ...fileTables]) await makeTable(db, flavour, shape);
      for (const { name, on, columns, isUnique } of indexes) {
        const index = db.schema
          .createIndex(name)
          .on(on)
          .columns([...columns]);
        await (isUnique ? index.unique() : index).execute();
      }
    },
  };
}
