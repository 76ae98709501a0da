import { expect, test } from 'vitest';
import { createElementSplitter } from '../../src/arr/element-splitter.ts';

const limits = { batchBytes: 64, elementBytes: 10_000, elements: 1_000 };

/** What is taken of a text that comes in pieces of so many bytes, batch by batch. */
function batches(text: string, pieceBytes: number, only: Partial<typeof limits> = {}): readonly unknown[] {
  const taken: unknown[] = [];
  const splitter = createElementSplitter((elements) => taken.push(elements), { ...limits, ...only });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += pieceBytes) splitter.push(bytes.subarray(at, at + pieceBytes));
  splitter.end();
  return taken;
}

const rows = Array.from({ length: 40 }, (_, id) => ({
  id,
  title: `é },\n  { ${id}`,
  tags: [{ a: 1 }, { a: [] }],
}));

test.each([1, 7, 64, 1_000, 100_000])(
  'a list as the servers print it comes in batches, in pieces of %i',
  (size) => {
    const text = JSON.stringify(rows, null, 2);
    const taken = batches(text, size);
    expect(taken.flat()).toEqual(rows);
    expect(taken.length).toBeGreaterThan(5);
    expect(batches(text.replaceAll('\n', '\r\n'), size).flat()).toEqual(rows);
  },
);

test('a line break that looks like one between elements, and is none, does no harm', () => {
  const text =
    '[\n  {"id":1,"list":[{"a":1},\n  {"a":2},\n  {"a":3}]},\n  {"id":2,"list":[{"a":1},\n  {"a":2}]}\n]';
  for (const size of [1, 20, 500])
    expect(batches(text, size, { batchBytes: 30 }).flat()).toEqual(JSON.parse(text));
});

test('a long element without a separator is waited for, then looked at byte by byte', () => {
  const long = [{ a: 'x'.repeat(900) }, { a: 'y' }];
  expect(batches(JSON.stringify(long, null, 2), 50).flat()).toEqual(long);
  const longer = JSON.stringify([{ a: 'x'.repeat(20_000) }], null, 2);
  expect(() => batches(longer, 50)).toThrow('[0] is over 10000 bytes long');
});

test.each([
  ['[\n  {"id":1},\n  {"id":2},\n]', '[2] is not JSON'],
  ['[\n  {"id":1},\n  {"id":nul},\n  {"id":3}\n]', '[1] is not JSON'],
  ['[\n  {"id":1},\n  {"id":2}\n', 'it breaks off'],
  ['[\n  {"id":1},\n  {"id":2}\n] x', 'something follows its end'],
])('%j is refused: %s', (text, message) => {
  for (const batchBytes of [4, 64]) expect(() => batches(text, 5, { batchBytes })).toThrow(message);
});

test('too many elements are refused', () => {
  expect(() => batches(JSON.stringify(rows, null, 2), 300, { elements: 30 })).toThrow('over 30 elements');
});
