import { expect, test } from 'vitest';
import { AppError, unreachable } from '../../src/lib/errors.ts';

test('what cannot be and is all the same ends with its value', () => {
  const call = (): unknown => Reflect.apply(unreachable, undefined, [{ kind: 'new' }]);
  expect(call).toThrow('unhandled: {"kind":"new"}');
});

test('an error keeps its code, its mend and its cause', () => {
  const cause = new Error('EACCES');
  const error = new AppError('no room', { code: 'output', hint: 'Make room.', cause });
  expect(error).toMatchObject({ name: 'AppError', code: 'output', hint: 'Make room.', cause });
});
