import { expect, test } from 'vitest';
import { bringBackStore } from '../../src/pipeline/keep-store.ts';
import { testEffects } from '../support/effects.ts';

test('a store on PostgreSQL is not restored here, and the right tools are named', async () => {
  const store = 'postgresql://arr@127.0.0.1:1/arr';
  await expect(bringBackStore({ store }, 'backup.db', testEffects())).rejects.toMatchObject({
    code: 'store',
    hint: expect.stringContaining('pg_restore'),
  });
});
