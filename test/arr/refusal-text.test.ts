import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { refusalText } from '../../src/arr/refusal-text.ts';

const bytes = Buffer.from('{"errorMessage":"is starting up"}');

test('an error answer is read as it is, or unpacked', () => {
  expect(refusalText(bytes, null)).toBe(bytes.toString());
  expect(refusalText(bytes, 'identity')).toBe(bytes.toString());
  expect(refusalText(gzipSync(bytes), 'gzip')).toBe(bytes.toString());
});

test('of one that was cut off, what came is read', () => {
  const long = gzipSync(Buffer.from(Array.from({ length: 5_000 }, (_, at) => `line ${at}`).join('\n')));
  expect(refusalText(long.subarray(0, long.length / 2), 'gzip')).toMatch(/^line 0\nline 1\n/);
});

test('what cannot be unpacked, or unpacks to far too much, has no text', () => {
  expect(refusalText(bytes, 'gzip')).toBe('');
  expect(refusalText(bytes, 'br')).toBe('');
  expect(refusalText(gzipSync(Buffer.alloc(5_000_000)), 'gzip')).toBe('');
});
