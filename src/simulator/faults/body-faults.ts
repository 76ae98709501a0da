import { numberAt } from '../../lib/number-at.ts';
import { seededRandom } from '../../lib/seeded-random.ts';
import type { SimulatedAnswer } from '../answer.ts';
import { type EncodedAnswer, gzipped } from '../encode.ts';

/** Everything arrives, but it is not what it should be. */
export type BodyFault =
  /** Bytes that are no text, sent as JSON. */
  | { readonly kind: 'garbage' }
  /** A page with status 200, as a gateway sends that wants a login. */
  | { readonly kind: 'html' }
  /** The right body under another content type. */
  | { readonly kind: 'wrong-type'; readonly contentType: string }
  /** A compressed body with a broken middle. */
  | { readonly kind: 'bad-gzip' };

/** Spoils an answer that was about to be sent. */
export function spoilBody(fault: BodyFault, answer: SimulatedAnswer, encoded: EncodedAnswer): EncodedAnswer {
  const { status, headers } = encoded;
  switch (fault.kind) {
    case 'garbage':
      return {
        status: 200,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        bytes: garbage(),
      };
    case 'html':
      return { status: 200, headers: { 'content-type': 'text/html' }, bytes: Buffer.from(gatewayPage) };
    case 'wrong-type':
      return { ...encoded, headers: { ...headers, 'content-type': fault.contentType } };
    case 'bad-gzip':
      return {
        status,
        headers: { ...headers, 'content-encoding': 'gzip' },
        bytes: broken(gzipped(answer.body)),
      };
  }
}

const gatewayPage = '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>Sign in</body></html>\n';

function garbage(): Uint8Array {
  const random = seededRandom('garbage');
  return Uint8Array.from({ length: 512 }, () => random() * 256);
}

const gzipHeaderBytes = 10;

/** Flips a run of bits behind the header: the checksum at the end fails at the latest. */
function broken(gzip: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(gzip);
  const start = Math.max(gzipHeaderBytes, Math.floor(bytes.length / 2));
  for (let at = start; at < Math.min(start + 16, bytes.length); at += 1)
    bytes[at] = 255 - numberAt(bytes, at);
  return bytes;
}
