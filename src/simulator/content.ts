import { z } from 'zod';
import type { Service } from '../model/service.ts';
import type { RecordedAnswer } from './recorded-answer.ts';
import { arrayTable, type Row, type Table } from './table.ts';

/** What a simulated server knows, without a word about HTTP. */
export interface Content {
  readonly service: Service;
  /** What `X-Application-Version` says. */
  readonly version: string;
  /** By resource: `movie`, `tag/detail`, `history`, `wanted/missing?true` (with the value of `monitored`). */
  readonly tables: Readonly<Record<string, Table>>;
  /** All other answers, by resource with query: `system/status`, `queue?pageSize=1`. */
  readonly documents: Readonly<Record<string, unknown>>;
  /** What `/api` answers. */
  readonly about: Row;
  /** The answers of `/parse`, by title. */
  readonly parsed: Readonly<Record<string, Row>>;
}

/** A table by name; an empty one where nothing was recorded. */
export function tableOf({ tables }: Content, name: string): Table {
  return tables[name] ?? arrayTable([]);
}

const RowShape = z.record(z.string(), z.unknown());
const Rows = z.array(RowShape);
const Page = z.object({ records: Rows, sortDirection: z.string() });

/** What the recorded answers of a server say about it, put in order. */
export function contentOf(service: Service, answers: readonly RecordedAnswer[]): Content {
  const good = answers.filter(
    ({ method, status, body }) => method === 'GET' && status === 200 && body !== '',
  );
  const versions = good.map(({ headers }) => headers['x-application-version']);
  const drafts = good.map(draft);
  return {
    service,
    version: versions.find((version) => version !== undefined) ?? 'unknown',
    tables: tablesOf(drafts),
    documents: Object.fromEntries(drafts.flatMap(({ document }) => (document === null ? [] : [document]))),
    about: RowShape.parse(JSON.parse(String(good.find(({ path }) => path === '/api')?.body ?? '{}'))),
    parsed: Object.fromEntries(drafts.flatMap(({ parsed }) => (parsed === null ? [] : [parsed]))),
  };
}

/** What one answer adds: at most one of the three. */
interface Draft {
  readonly table: readonly [string, readonly Row[]] | null;
  readonly document: readonly [string, unknown] | null;
  readonly parsed: readonly [string, Row] | null;
}

const nothing: Draft = { table: null, document: null, parsed: null };

/** Lists that are asked for in parts: their parts add up. */
const bulk = ['movie', 'moviefile', 'series', 'episodefile', 'episode', 'history'];

function draft({ path, body }: RecordedAnswer): Draft {
  const url = new URL(path, 'http://recorded');
  const resource = /^\/api\/v3\/(.+)$/.exec(url.pathname)?.[1];
  if (resource === undefined) return nothing;
  const value: unknown = JSON.parse(String(body));
  const title = url.searchParams.get('title');
  if (title !== null) return { ...nothing, parsed: [title, RowShape.parse(value)] };
  const name = tableName(resource, url.searchParams);
  const rows = name === null ? null : rowsIn(value);
  if (name !== null && rows !== null) return { ...nothing, table: [name, rows] };
  const isRow = /^(?!config\/).*\/-?\d+$/.test(resource);
  return isRow ? nothing : { ...nothing, document: [`${resource}${url.search}`, value] };
}

function tableName(resource: string, query: URLSearchParams): string | null {
  if (resource.startsWith('wanted/')) return `${resource}?${query.get('monitored') ?? 'true'}`;
  return bulk.includes(resource) || query.size === 0 ? resource : null;
}

/** Tables of pages are kept ascending. */
function rowsIn(value: unknown): readonly Row[] | null {
  const page = Page.safeParse(value);
  if (page.success) {
    return page.data.sortDirection === 'descending' ? page.data.records.toReversed() : page.data.records;
  }
  const rows = Rows.safeParse(value);
  return rows.success ? rows.data : null;
}

function tablesOf(drafts: readonly Draft[]): Content['tables'] {
  const tables: Record<string, Map<unknown, Row>> = {};
  for (const { table } of drafts) {
    if (table === null) continue;
    const [name, rows] = table;
    const known = tables[name] ?? new Map<unknown, Row>();
    tables[name] = known;
    for (const row of rows) known.set(row['id'] ?? known.size, row);
  }
  return Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [name, arrayTable([...rows.values()])]),
  );
}
