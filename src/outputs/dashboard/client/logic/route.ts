import { type Page, pages } from '../../../../model/report.ts';

/** Where the reader is: all of it stands in the address, so that a view can be kept and sent. */
export interface Route {
  readonly page: Page;
  /** In the grammar of `--filter`; empty lets all files pass. */
  readonly filter: string;
  /** Part of a title, a group or a path. */
  readonly search: string;
  /** First what decides first. */
  readonly sort: readonly SortTerm[];
  /** Keys of the columns shown; null: the usual ones. */
  readonly columns: readonly string[] | null;
  /** `radarr/main`; null: all. */
  readonly instance: string | null;
  /** `radarr/main#12`: the card that is open. */
  readonly file: string | null;
  /** A section, a profile, or how far back: which part of a page is looked at. */
  readonly part: string | null;
}

/** One column that rows are put in order by. */
export interface SortTerm {
  readonly column: string;
  readonly isDescending: boolean;
}

/** Where a reader begins. */
export const home: Route = {
  page: 'overview',
  filter: '',
  search: '',
  sort: [],
  columns: null,
  instance: null,
  file: null,
  part: null,
};

/** Reads `#files?filter=…`; what makes no sense is left out. */
export function parseRoute(hash: string): Route {
  const [name = '', query = ''] = hash.replace(/^#/, '').split(/\?(.*)/s, 2);
  const asked = new URLSearchParams(query);
  return {
    page: pages.find((page) => page === name) ?? 'overview',
    filter: asked.get('filter') ?? '',
    search: asked.get('search') ?? '',
    sort: (asked.get('sort') ?? '').split(',').flatMap(readTerm),
    columns: asked.get('columns')?.split(',').filter(Boolean) ?? null,
    instance: asked.get('instance'),
    file: asked.get('file'),
    part: asked.get('part'),
  };
}

function readTerm(text: string): readonly SortTerm[] {
  const column = text.replace(/^-/, '');
  return column === '' ? [] : [{ column, isDescending: text.startsWith('-') }];
}

/** `parseRoute` gives the same route back. */
export function formatRoute(route: Route): string {
  const asked = new URLSearchParams();
  const put = (key: string, value: string | null): void => {
    if (value !== null && value !== '') asked.set(key, value);
  };
  put('filter', route.filter);
  put('search', route.search);
  put('sort', route.sort.map(({ column, isDescending }) => (isDescending ? `-${column}` : column)).join(','));
  put('columns', route.columns?.join(',') ?? null);
  put('instance', route.instance);
  put('part', route.part);
  put('file', route.file);
  const query = asked.toString();
  return query === '' ? `#${route.page}` : `#${route.page}?${query}`;
}

/** The address of a page's files: what a figure leads to. */
export function filesAddress(filter: string, instance: string | null = null): string {
  return formatRoute({ ...home, page: 'files', filter, instance });
}
