import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** One answer of a real server, with what was asked. */
export interface RecordedAnswer {
  readonly method: string;
  /** With query; the key is left out. */
  readonly path: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes where they are no text (a compressed answer); empty where there was no body. */
  readonly body: string | Uint8Array;
  readonly note: string | null;
  readonly group: string | null;
}

const About = {
  method: z.string(),
  path: z.string(),
  requestHeaders: z.record(z.string(), z.string()).default({}),
  headers: z.record(z.string(), z.string()).default({}),
  note: z.string().nullish(),
  group: z.string().nullish(),
};

/** A line of `index.json` of a recorded set; no status: there was no answer at all. */
const IndexLine = z.object({ ...About, status: z.number().nullish(), body: z.string().nullish() });

/** A line of a packed set. */
const PackedLine = z.object({
  ...About,
  status: z.number(),
  body: z.string().optional(),
  bodyBase64: z.string().optional(),
});

/** The answers of a folder of recordings (`index.json` with bodies beside it), in order. */
export async function readRecordedFolder(folder: string): Promise<readonly RecordedAnswer[]> {
  const index: unknown = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
  const answered = z
    .array(IndexLine)
    .parse(index)
    .flatMap(({ status, ...line }) => (status == null || status === 0 ? [] : [{ ...line, status }]));
  return Promise.all(
    answered.map(async ({ body, note = null, group = null, ...line }) => {
      const text = body == null ? '' : await readBody(join(folder, body));
      return { ...line, note, group, body: text };
    }),
  );
}

async function readBody(path: string): Promise<string | Uint8Array> {
  const bytes = await readFile(path);
  return textOrBytes(path.endsWith('.gz') ? gunzipSync(bytes) : bytes);
}

function textOrBytes(bytes: Buffer): string | Uint8Array {
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : bytes;
}

/** One answer as a line of a packed set. */
export function packAnswer({ body, note, group, ...line }: RecordedAnswer): string {
  const packed = typeof body === 'string' ? { body } : { bodyBase64: Buffer.from(body).toString('base64') };
  return JSON.stringify({ ...line, ...(note && { note }), ...(group && { group }), ...packed });
}

/** The answer of one line of a packed set. */
export function unpackAnswer(line: string): RecordedAnswer {
  const { body = '', bodyBase64, note = null, group = null, ...rest } = PackedLine.parse(JSON.parse(line));
  return { ...rest, note, group, body: bodyBase64 === undefined ? body : Buffer.from(bodyBase64, 'base64') };
}
