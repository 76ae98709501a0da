import { unreachable } from '../../lib/errors.ts';
import { type Content, tableOf } from '../content.ts';
import { editRules } from '../edit-rules.ts';
import { createLibrary } from '../library.ts';
import type { ServerState } from '../simulated-server.ts';
import { changedTable, filteredTable, type Row, type Table } from '../table.ts';

/** The server changes while it is read: from this request on, it included. */
export type StateFault =
  | { readonly kind: 'key-changed'; readonly apiKey: string }
  /** null: the last item of the list. */
  | { readonly kind: 'item-deleted'; readonly itemId: number | null }
  /** A format's score changes in every profile, and with it the scores of files; null: the format most files have. */
  | { readonly kind: 'rules-edited'; readonly formatId: number | null; readonly by: number }
  /** Another server of the same kind answers: all external ids differ. */
  | { readonly kind: 'server-replaced' };

/** The server after the fault. */
export function changeState(fault: StateFault, state: ServerState): ServerState {
  const { content } = state.library;
  switch (fault.kind) {
    case 'key-changed':
      return { ...state, apiKey: fault.apiKey };
    case 'item-deleted':
      return { ...state, library: createLibrary(withoutItem(content, fault.itemId)) };
    case 'rules-edited':
      return { ...state, library: createLibrary(editRules(content, fault.formatId, fault.by)) };
    case 'server-replaced':
      return { ...state, library: createLibrary(withOtherIds(content)) };
    default:
      return unreachable(fault);
  }
}

/** Where rows name the item they belong to. */
const itemFields = {
  radarr: { movie: 'id', moviefile: 'movieId', history: 'movieId' },
  sonarr: { series: 'id', episodefile: 'seriesId', episode: 'seriesId', history: 'seriesId' },
} as const;

function withoutItem(content: Content, itemId: number | null): Content {
  const items = tableOf(content, content.service === 'radarr' ? 'movie' : 'series');
  const last = items.at(items.size - 1);
  const id = itemId ?? last?.['id'];
  return changeTables(content, itemFields[content.service], (table, field) =>
    filteredTable(table, (row) => row[field] !== id),
  );
}

function withOtherIds(content: Content): Content {
  const fields = content.service === 'radarr' ? { movie: 'tmdbId' } : { series: 'tvdbId' };
  return changeTables(content, fields, (table, field) => changedTable(table, (row) => otherId(row, field)));
}

const otherIdsFrom = 50_000_000;

function otherId(row: Row, field: string): Row {
  const id = Number(row[field]) + otherIdsFrom;
  return { ...row, [field]: id, imdbId: `tt${id}`, titleSlug: String(id) };
}

function changeTables(
  content: Content,
  fields: Readonly<Record<string, string>>,
  change: (table: Table, field: string) => Table,
): Content {
  const changed = Object.entries(fields).map(
    ([name, field]) => [name, change(tableOf(content, name), field)] as const,
  );
  return { ...content, tables: { ...content.tables, ...Object.fromEntries(changed) } };
}
