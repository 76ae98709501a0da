import { z } from 'zod';
import { emptyAnswer, exceptionAnswer, problemAnswer, type SimulatedAnswer, valueAnswer } from './answer.ts';
import { type Content, tableOf } from './content.ts';
import { arrayTable, type Row } from './table.ts';

/** `GET /RESOURCE/ID`; null where there is no such resource. */
export function rowById(content: Content, resource: string, idText: string): SimulatedAnswer | null {
  const id = Number(idText);
  const document = content.documents[resource];
  if (document !== undefined && /^config\//.test(resource)) return valueAnswer(document);
  const table = content.tables[resource] ?? unlisted[resource];
  if (table === undefined || resource === 'indexerflag' || !/^-?\d+$/.test(idText)) return null;
  const [row] = table.where('id', id);
  return row === undefined ? missing(content, resource, id) : valueAnswer(withParts(content, resource, row));
}

/** Resources that no recording lists. */
const unlisted: Content['tables'] = { command: arrayTable([]), notification: arrayTable([]) };

/** What each server says of an id that does not exist. Source: servarr.md 1.6, 12. */
function missing({ service }: Content, resource: string, id: number): SimulatedAnswer {
  if (resource === 'customformat') {
    return exceptionAnswer(500, `The given key '${id}' was not present in the dictionary.`);
  }
  if (resource === 'language') {
    return exceptionAnswer(500, "ID does not match a known language (Parameter 'id')");
  }
  if (service === 'radarr') return problemAnswer();
  if (resource !== 'series') return emptyAnswer(404);
  const { headers } = valueAnswer(null);
  return { ...problemAnswer(), headers };
}

const Images = z.array(z.object({ coverType: z.string() }).loose());

/** A single movie has its covers on the server, a single episode its file and series. */
function withParts(content: Content, resource: string, row: Row): Row {
  if (resource === 'movie') {
    const images = Images.parse(row['images']);
    const local = images.map((image) => ({
      ...image,
      url: `/MediaCover/${String(row['id'])}/${image.coverType}.jpg`,
    }));
    return { ...row, images: local };
  }
  if (resource !== 'episode') return row;
  const [episodeFile] = tableOf(content, 'episodefile').where('id', Number(row['episodeFileId']));
  const [series] = tableOf(content, 'series').where('id', Number(row['seriesId']));
  return {
    ...row,
    ...(episodeFile && { episodeFile }),
    ...(series && { series: inner(series) }),
    images: [],
  };
}

/** What a series inside of an episode lacks. */
const outerFields = [
  'alternateTitles',
  'nextAiring',
  'previousAiring',
  'rootFolderPath',
  'statistics',
  'url',
];

function inner(series: Row): unknown {
  return JSON.parse(JSON.stringify(series), (name, value: unknown) =>
    outerFields.includes(name) ? undefined : value,
  );
}
