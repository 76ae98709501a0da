import { emptyAnswer, invalidAnswer, jsonAnswer, type SimulatedAnswer, valueAnswer } from './answer.ts';
import { episodeFiles, episodes, itemList, movieFiles } from './bulk-lists.ts';
import { rowById } from './by-id.ts';
import { type Content, tableOf } from './content.ts';
import { historyOfItem, historyPage, historySince } from './history.ts';
import { pageAnswer } from './page.ts';
import { notValid, type Query, Refused, readQuery } from './query.ts';
import { printRows, rowsOf } from './table.ts';

/** What a simulated server answers below `/api`, behind its key check. */
export interface SimulatedLibrary {
  readonly content: Content;
  /** null where there is nothing at this address. */
  readonly answer: (path: string, parameters: URLSearchParams) => SimulatedAnswer | null;
}

/** A library that answers from its content, in any chunks and pages. */
export function createLibrary(content: Content): SimulatedLibrary {
  return {
    content,
    answer: (path, parameters) => {
      try {
        return answerPath(content, path, parameters);
      } catch (error) {
        if (error instanceof Refused) return error.answer;
        throw error;
      }
    },
  };
}

type Route = (content: Content, query: Query) => SimulatedAnswer;

/** What needs more than its recorded answer, by service and resource. */
const routes: Readonly<Record<string, Route>> = {
  'radarr movie': itemList,
  'radarr moviefile': movieFiles,
  'radarr history/movie': historyOfItem,
  'sonarr series': itemList,
  'sonarr episodefile': episodeFiles,
  'sonarr episode': episodes,
  'sonarr history/series': historyOfItem,
};

const sharedRoutes: Readonly<Record<string, Route>> = {
  history: historyPage,
  'history/since': historySince,
  parse,
  'wanted/missing': (content, query) => wanted(content, 'wanted/missing', query),
  'wanted/cutoff': (content, query) => wanted(content, 'wanted/cutoff', query),
};

function answerPath(content: Content, path: string, parameters: URLSearchParams): SimulatedAnswer | null {
  const lower = path.toLowerCase();
  if (lower === '/api') return valueAnswer(content.about);
  const resource = /^\/api\/v3\/(.+)$/.exec(lower)?.[1];
  if (resource === undefined) return null;
  const route = routes[`${content.service} ${resource}`] ?? sharedRoutes[resource];
  if (route !== undefined) return route(content, readQuery(parameters));
  const document = content.documents[`${resource}?${parameters.toString()}`];
  return document === undefined ? plainAnswer(content, resource) : valueAnswer(document);
}

function plainAnswer(content: Content, resource: string): SimulatedAnswer | null {
  const document = content.documents[resource];
  if (document !== undefined) return valueAnswer(document);
  const table = content.tables[resource];
  if (table !== undefined) return jsonAnswer({ kind: 'pieces', pieces: () => printRows(rowsOf(table)) });
  const [, parent = '', id = ''] = /^(.+)\/([^/]+)$/.exec(resource) ?? [];
  return rowById(content, parent, id);
}

/** Titles that were not recorded answer like titles in which the server finds nothing. */
function parse({ parsed }: Content, query: Query): SimulatedAnswer {
  const [title = ''] = query.texts('title');
  if (title.trim() === '') return emptyAnswer(204);
  return valueAnswer(parsed[title] ?? { title, customFormatScore: 0 });
}

/** The usual sort key of `wanted/…`, and the others it takes. */
const wantedKeys = {
  radarr: ['movieMetadata.sortTitle', 'movieMetadata.year', 'movies.lastSearchTime'],
  sonarr: ['episodes.airDateUtc', 'series.sortTitle', 'episodes.lastSearchTime'],
} as const;

function wanted(content: Content, resource: string, query: Query): SimulatedAnswer {
  const [monitored = 'true'] = query.texts('monitored');
  if (!/^(true|false)$/i.test(monitored)) throw new Refused(invalidAnswer('monitored', notValid(monitored)));
  const [sortKey, ...otherKeys] = wantedKeys[content.service];
  const table = tableOf(content, `${resource}?${monitored.toLowerCase()}`);
  return pageAnswer({ sortKey, otherKeys, size: table.size, at: table.at, work: null }, query);
}
