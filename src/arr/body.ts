import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

/** What to do with the bytes of an answer. */
export interface BodyReader {
  /** As sent, compressed. */
  readonly received: (bytes: number) => void;
  /** Unpacked. Synchronous, so that nobody holds the answer back. */
  readonly take: (bytes: Uint8Array) => void;
}

/** Each piece is a way through the thread pool; larger ones save no time, and wait for the collector by the dozen. */
const unpackedPieceBytes = 131_072;

/** Reads a body to its end. What `take` throws ends the connection and is thrown on. */
export async function readBody(
  body: Readable,
  encoding: 'gzip' | 'identity',
  { received, take }: BodyReader,
): Promise<void> {
  const count = async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of source) {
      received(piece.length);
      yield piece;
    }
  };
  const drain = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const piece of source) take(piece);
  };
  if (encoding === 'identity') await pipeline(body, count, drain);
  else await pipeline(body, count, createGunzip({ chunkSize: unpackedPieceBytes }), drain);
}
