import { brotliCompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';
import type { SimulatedAnswer, SimulatedBody } from './answer.ts';

/** An answer as bytes, with the headers that belong to them. */
export interface EncodedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/**
 * Compresses as the servers do: never an error (but the answer while starting), the fastest level, and brotli
 * where both are equally welcome. Source: servarr.md 12.
 */
export function encodeAnswer(answer: SimulatedAnswer, acceptEncoding: string): EncodedAnswer {
  const { status, headers, body } = answer;
  const encoding = isPackable(answer) ? preferred(acceptEncoding) : 'identity';
  if (encoding === 'identity') return { status, headers, bytes: plainBytes(body) };
  const bytes = encoding === 'br' ? brotli(plainBytes(body)) : gzipped(body);
  return { status, headers: { ...headers, 'content-encoding': encoding, vary: 'Accept-Encoding' }, bytes };
}

function isPackable({ status, body }: SimulatedAnswer): boolean {
  return (status === 200 || status === 503) && body !== '';
}

/** The body as text. */
export function plainBytes(body: SimulatedBody): Uint8Array {
  if (typeof body === 'string') return Buffer.from(body, 'utf8');
  if (body instanceof Uint8Array) return body;
  if (body.kind === 'packed') return gunzipSync(body.gzip);
  return Buffer.from([...body.pieces()].join(''), 'utf8');
}

/** The body as gzip of the fastest level, or as it was compressed beforehand. */
export function gzipped(body: SimulatedBody): Uint8Array {
  const isPacked = typeof body !== 'string' && !(body instanceof Uint8Array) && body.kind === 'packed';
  return isPacked ? body.gzip : gzipSync(plainBytes(body), { level: 1 });
}

function brotli(bytes: Uint8Array): Uint8Array {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
}

/** The welcome encoding with the highest weight; brotli before gzip. */
function preferred(acceptEncoding: string): 'br' | 'gzip' | 'identity' {
  const weights = new Map(acceptEncoding.split(',').map(weighted));
  const known = (['br', 'gzip'] as const).map((name) => ({
    name,
    weight: weights.get(name) ?? weights.get('*') ?? 0,
  }));
  const [best] = known.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return best?.name ?? 'identity';
}

function weighted(part: string): readonly [string, number] {
  const [, name = '', weight = '1'] = /^\s*([^;\s]*)\s*(?:;\s*q=([\d.]+))?/i.exec(part) ?? [];
  return [name.toLowerCase(), Number(weight)];
}
