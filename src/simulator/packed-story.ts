import { z } from 'zod';
import type { RecordedAnswer } from './recorded-answer.ts';

/** A server before and after each edit: one list of answers a step, step 0 first. */
export type Story = readonly (readonly RecordedAnswer[])[];

/** Where the rows of a body are among all rows of the packed story. */
const Place = z.union([
  z.strictObject({ rows: z.array(z.number()) }),
  z.strictObject({ page: z.record(z.string(), z.unknown()), rows: z.array(z.number()) }),
  z.strictObject({ row: z.number() }),
]);

type Place = z.infer<typeof Place>;

const Line = z.union([
  z.strictObject({ row: z.unknown() }),
  z.object({ step: z.number(), path: z.string(), version: z.string(), place: Place }),
]);

const Page = z.object({ records: z.array(z.unknown()) }).loose();

const versionHeader = 'x-application-version';

/** Packs a story line by line: each distinct row once, then the answers as lists of rows. Equal in, equal out. */
export function packStory(story: Story): string {
  const numbers = new Map<string, number>();
  const number = (row: unknown): number => {
    const text = JSON.stringify(row);
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  const answers = story.flatMap((step, at) =>
    step.map(({ path, headers, body }) => {
      const place = placeOf(JSON.parse(String(body)), number);
      return JSON.stringify({ step: at, path, version: headers[versionHeader] ?? '', place });
    }),
  );
  return [...[...numbers.keys()].map((row) => `{"row":${row}}`), ...answers, ''].join('\n');
}

function placeOf(body: unknown, number: (row: unknown) => number): Place {
  if (Array.isArray(body)) return { rows: body.map(number) };
  const page = Page.safeParse(body);
  if (!page.success) return { row: number(body) };
  const { records, ...about } = page.data;
  return { page: about, rows: records.map(number) };
}

/** The story that {@link packStory} packed; bodies as JSON with the servers' indentation. */
export function unpackStory(packed: string): Story {
  const rows: unknown[] = [];
  const story: RecordedAnswer[][] = [];
  for (const text of packed.trimEnd().split('\n')) {
    const line = Line.parse(JSON.parse(text));
    if ('row' in line) rows.push(line.row);
    else story[line.step] = [...(story[line.step] ?? []), answerOf(line, bodyAt(line.place, rows))];
  }
  return story;
}

function bodyAt(place: Place, rows: readonly unknown[]): unknown {
  if ('row' in place) return rows[place.row];
  const records = place.rows.map((at) => rows[at]);
  return 'page' in place ? { ...place.page, records } : records;
}

function answerOf(line: { readonly path: string; readonly version: string }, body: unknown): RecordedAnswer {
  const headers = { 'content-type': 'application/json; charset=utf-8', [versionHeader]: line.version };
  const text = JSON.stringify(body, null, 2);
  const asked = { method: 'GET', path: line.path, requestHeaders: {} };
  return { ...asked, status: 200, headers, body: text, note: null, group: null };
}
