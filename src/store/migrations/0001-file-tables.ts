import type { TableShape } from './make-table.ts';

const ofInstance = { tenant: 'int', instance: 'int' } as const;
const ofSlot = { item: 'int', season: 'int', episode: 'int' } as const;

/** Items, files, what slots held, and what was counted. */
export const fileTables: readonly TableShape[] = [
  {
    name: 'item',
    key: ['tenant', 'instance', 'item'],
    columns: {
      ...ofInstance,
      item: 'int',
      server_id: 'int',
      item_key: 'text',
      title: 'text',
      year: 'int',
      content: 'text',
      mark: 'long',
      is_present: 'int',
      stale_since: 'text?',
    },
  },
  {
    name: 'file',
    key: ['tenant', 'instance', 'item', 'file_id'],
    columns: {
      ...ofInstance,
      item: 'int',
      file_id: 'int',
      season: 'int',
      episodes: 'text?',
      from_run: 'int',
      seen_run: 'int',
      mark: 'long',
      inputs: 'long',
      profile: 'int',
      match_set: 'int',
      surplus: 'int',
      quality: 'int',
      size_bytes: 'long',
      facts: 'text',
      extra: 'text',
    },
  },
  {
    name: 'fact',
    key: ['tenant', 'instance', 'item', 'season', 'episode', 'to_run'],
    columns: {
      ...ofInstance,
      ...ofSlot,
      to_run: 'int',
      from_run: 'int',
      profile: 'int',
      match_set: 'int',
      surplus: 'int',
      facts: 'text?',
    },
  },
  {
    name: 'match_set',
    key: ['tenant', 'instance', 'match_set'],
    columns: { ...ofInstance, match_set: 'int', formats: 'text' },
  },
  { name: 'term', key: ['tenant', 'term'], columns: { tenant: 'int', term: 'int', content: 'text' } },
  {
    name: 'day_count',
    key: ['tenant', 'instance', 'profile', 'day'],
    columns: {
      ...ofInstance,
      profile: 'int',
      day: 'text',
      profile_name: 'text',
      size_bytes: 'long',
      counts: 'bytes',
    },
  },
  {
    name: 'event',
    key: ['tenant', 'instance', 'event'],
    columns: {
      ...ofInstance,
      event: 'int',
      ...ofSlot,
      at: 'text',
      kind: 'text',
      source_title: 'text',
      quality: 'int',
      download_id: 'text?',
      file_id: 'int?',
      size_bytes: 'long?',
      release_group: 'text?',
      score_then: 'int?',
      score_today: 'int?',
      formats_today: 'text',
      reason: 'text?',
    },
  },
];
