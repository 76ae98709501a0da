import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { AppError } from '../../lib/errors.ts';
import type { ReportPacking } from './packing.ts';

/** Where the data goes in the page that was built. */
const dataMark = '__ARR_SCORE_DATA__';

/**
 * The page with its data, in pieces.
 *
 * @param page  built from `client/`, with one mark where the data goes
 * @throws {AppError} code `output` for a page without the mark
 */
export async function* pagePieces(page: string, packing: ReportPacking): AsyncGenerator<string> {
  const [before, after, ...more] = page.split(dataMark);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new AppError('the dashboard was built wrongly: it has no place for the data', {
      code: 'output',
      hint: 'Build it again with "npm run build:page".',
    });
  }
  yield before;
  yield* base64(gzipped(packing));
  yield after;
}

function gzipped(packing: ReportPacking): AsyncIterable<Buffer> {
  const gzip = createGzip({ level: 7, memLevel: 9 });
  pipeline(Readable.from(jsonPieces(packing)), gzip, () => undefined);
  return gzip;
}

/** JSON member by member, so that the whole text never lies in memory. */
function* jsonPieces(packing: ReportPacking): Generator<string> {
  const { files, items, ...rest } = packing;
  yield '{';
  yield* members(rest);
  yield ',"items":{';
  yield* members(items);
  yield '},"files":{';
  yield* members(files);
  yield '}}';
}

function* members(of: object): Generator<string> {
  let separator = '';
  for (const [key, value] of Object.entries(of)) {
    yield `${separator}${JSON.stringify(key)}:${JSON.stringify(value)}`;
    separator = ',';
  }
}

/** Three bytes are four letters: a rest waits for the next chunk. */
async function* base64(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk]);
    const whole = bytes.length - (bytes.length % 3);
    yield bytes.toString('base64', 0, whole);
    rest = bytes.subarray(whole);
  }
  yield rest.toString('base64');
}
