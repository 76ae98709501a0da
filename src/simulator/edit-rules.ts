import { z } from 'zod';
import { type Content, tableOf } from './content.ts';
import { changedTable, type Row, rowsOf, type Table } from './table.ts';

const FormatItems = z.array(z.object({ format: z.number(), score: z.number() }).loose());
const Matched = z.array(z.object({ id: z.number() }).loose());

/** Tables whose rows carry the score of a file. */
const scored = ['moviefile', 'episodefile', 'history'];

/**
 * The same server after a format's score was edited in every profile: sums hold before and after.
 *
 * @param formatId  null: the format that most of the first files have
 * @param by  added to its score
 */
export function editRules(content: Content, formatId: number | null, by: number): Content {
  const format = formatId ?? commonestFormat(content);
  const tables = Object.entries(content.tables).map(([name, table]): readonly [string, Table] => {
    if (name === 'qualityprofile') return [name, changedTable(table, (row) => editProfile(row, format, by))];
    return [name, scored.includes(name) ? changedTable(table, (row) => editScore(row, format, by)) : table];
  });
  return { ...content, tables: Object.fromEntries<Table>(tables) };
}

function editProfile(row: Row, format: number, by: number): Row {
  const items = FormatItems.parse(row['formatItems']);
  const formatItems = items.map((item) =>
    item.format === format ? { ...item, score: item.score + by } : item,
  );
  return { ...row, formatItems };
}

function editScore(row: Row, format: number, by: number): Row {
  const isMatched = Matched.parse(row['customFormats']).some(({ id }) => id === format);
  return isMatched ? { ...row, customFormatScore: Number(row['customFormatScore']) + by } : row;
}

const filesLookedAt = 500;

function commonestFormat(content: Content): number {
  const table = tableOf(content, content.service === 'radarr' ? 'moviefile' : 'episodefile');
  const first = rowsOf(table).take(filesLookedAt).toArray();
  const ids = first.flatMap((row) => Matched.parse(row['customFormats']).map(({ id }) => id));
  const counted = [...Map.groupBy(ids, (id) => id)].sort(([, a], [, b]) => b.length - a.length);
  return counted[0]?.[0] ?? 0;
}
