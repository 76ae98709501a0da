import type { Service } from '../model/service.ts';
import { exceptionAnswer, invalidAnswer, jsonAnswer, type SimulatedAnswer } from './answer.ts';
import { type Content, tableOf } from './content.ts';
import { pageAnswer, type Sorted } from './page.ts';
import { notValid, type Query, Refused } from './query.ts';
import { printRows, type Row, rowsOf } from './table.ts';

/** Numbers of the events: the services differ. Source: servarr.md 2.7, 3.6. */
const eventNumbers: Readonly<Record<Service, Readonly<Record<string, number>>>> = {
  radarr: {
    unknown: 0,
    grabbed: 1,
    downloadFolderImported: 3,
    downloadFailed: 4,
    movieFileDeleted: 6,
    movieFolderImported: 7,
    movieFileRenamed: 8,
    downloadIgnored: 9,
  },
  sonarr: {
    unknown: 0,
    grabbed: 1,
    seriesFolderImported: 2,
    downloadFolderImported: 3,
    downloadFailed: 4,
    episodeFileDeleted: 5,
    episodeFileRenamed: 6,
    downloadIgnored: 7,
  },
};

/** Parameters that pick rows of the history, with the field they look at. */
const filters = { movieIds: 'movieId', seriesIds: 'seriesId', episodeId: 'episodeId' } as const;

/** `GET /history`: pages, by date. Event types are numbers only. */
export function historyPage(content: Content, query: Query): SimulatedAnswer {
  return pageAnswer(sortedHistory(content, query), query);
}

function sortedHistory(content: Content, query: Query): Sorted {
  const fixed = { sortKey: 'date', otherKeys: [], work: 'rows' } as const;
  const table = tableOf(content, 'history');
  const kinds = new Set(query.numbers('eventType'));
  const wanted = Object.entries(filters).flatMap(([name, field]) => {
    const values = new Set(query.numbers(name));
    return values.size === 0 ? [] : [(row: Row) => values.has(Number(row[field]))];
  });
  if (kinds.size > 0) wanted.push((row) => kinds.has(eventNumber(content.service, row)));
  if (wanted.length === 0) return { ...fixed, size: table.size, at: table.at };
  const rows = [...rowsOf(table)].filter((row) => wanted.every((passes) => passes(row)));
  return { ...fixed, size: rows.length, at: (index) => rows[index] };
}

function eventNumber(service: Service, row: Row): number {
  return eventNumbers[service][String(row['eventType'])] ?? 0;
}

/** `GET /history/since`: everything from a moment on, ascending; without a moment all. */
export function historySince(content: Content, query: Query): SimulatedAnswer {
  const [date = '0001-01-01'] = query.texts('date');
  const since = Date.parse(date);
  if (Number.isNaN(since)) throw new Refused(invalidAnswer('date', notValid(date)));
  const isWanted = eventFilter(content.service, query);
  const rows = [...rowsOf(tableOf(content, 'history'))];
  return listAnswer(rows.filter((row) => Date.parse(String(row['date'])) >= since && isWanted(row)));
}

/** `GET /history/movie` and `/history/series`: all of one item, descending. */
export function historyOfItem(content: Content, query: Query): SimulatedAnswer {
  const field = content.service === 'radarr' ? 'movieId' : 'seriesId';
  const [id = 0] = query.numbers(field);
  const isKnown = content.service === 'radarr' || tableOf(content, 'series').where('id', id).length === 1;
  if (!isKnown) return exceptionAnswer(404, `Series with ID ${id} does not exist`);
  const rows = tableOf(content, 'history').where(field, id);
  return listAnswer(rows.filter(eventFilter(content.service, query)).toReversed());
}

function listAnswer(rows: readonly Row[]): SimulatedAnswer {
  return jsonAnswer({ kind: 'pieces', pieces: () => printRows(rows) }, { kind: 'rows', count: rows.length });
}

/** One event type, by name or number. */
function eventFilter(service: Service, query: Query): (row: Row) => boolean {
  const [text] = query.texts('eventType');
  if (text === undefined) return () => true;
  const known = Object.entries(eventNumbers[service]);
  const [, wanted] =
    known.find(([name, number]) => name.toLowerCase() === text.toLowerCase() || String(number) === text) ??
    [];
  if (wanted === undefined) throw new Refused(invalidAnswer('eventType', notValid(text)));
  return (row) => eventNumber(service, row) === wanted;
}
