import { expect, test } from 'vitest';
import { built } from '../../src/pipeline/built.ts';

test('a part that was not built is named, with how to build it', async () => {
  await expect(built('absent.html')).rejects.toMatchObject({
    code: 'output',
    message: 'absent.html was not built',
    hint: expect.stringContaining('npm run build'),
  });
});
