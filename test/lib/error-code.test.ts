import { expect, test } from 'vitest';
import { errorCode } from '../../src/lib/error-code.ts';

test.each([
  [Object.assign(new Error('x'), { code: 'ENOENT' }), 'ENOENT'],
  [new Error('x'), ''],
  ['ENOENT', ''],
  [null, ''],
])('%o has the code %j', (error, code) => {
  expect(errorCode(error)).toBe(code);
});
