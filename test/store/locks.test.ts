import { describe, expect, test } from 'vitest';
import type { LockOwner } from '../../src/store/collecting.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { aSnapshot } from '../support/a-snapshot.ts';
import { databases } from '../support/databases.ts';

const instance = { service: 'radarr', name: 'main' } as const;
const noon = new Date('2026-01-05T12:00:00Z');

function anOwner(only: Partial<LockOwner> = {}): LockOwner {
  return { id: 'first', host: 'nas', processId: 10, now: noon, isAlive: () => true, ...only };
}

describe.each(Object.entries(databases))('a lock on %s', async (_name, fresh) => {
  const check = test.skipIf((await fresh()) === null);
  const open = async (): Promise<Store> => openStore((await fresh()) ?? '', { use: 'collect' });

  check('keeps a second collector out, and says who has it', async () => {
    await using store = await open();
    await store.lock(instance, anOwner());
    expect(await store.lock(instance, anOwner({ id: 'second', processId: 11 }))).toEqual({
      ok: false,
      holder: { host: 'nas', processId: 10, since: noon, beatAt: noon },
    });
    expect(await store.lock({ ...instance, name: '4k' }, anOwner({ id: 'third' }))).toMatchObject({
      ok: true,
    });
  });

  check('is free again when its owner is done', async () => {
    await using store = await open();
    const first = await store.lock(instance, anOwner());
    if (first.ok) await first.lock[Symbol.asyncDispose]();
    expect(await store.lock(instance, anOwner({ id: 'second' }))).toMatchObject({
      ok: true,
      lock: { takenOverFrom: null },
    });
  });

  check('of a process that died is taken over at once', async () => {
    await using store = await open();
    await store.lock(instance, anOwner());
    const taken = await store.lock(instance, anOwner({ id: 'second', isAlive: () => false }));
    expect(taken).toMatchObject({ ok: true, lock: { takenOverFrom: { processId: 10 } } });
  });

  check('of another host is taken over when it has not beaten for two minutes', async () => {
    await using store = await open();
    const first = await store.lock(instance, anOwner());
    const later = (seconds: number) =>
      anOwner({ id: 'second', host: 'pc', now: new Date(noon.getTime() + seconds * 1000) });
    if (first.ok) await first.lock.beat(new Date(noon.getTime() + 60_000));
    expect(await store.lock(instance, later(150))).toMatchObject({ ok: false });
    expect(await store.lock(instance, later(200))).toMatchObject({ ok: true });
    if (!first.ok) throw new Error('it was free');
    await expect(first.lock.beat(noon)).rejects.toMatchObject({ name: 'RefusedReading' });
  });

  check('that was lost keeps the loser from storing', async () => {
    await using store = await open();
    await store.lock(instance, anOwner({ id: 'test' }));
    await store.lock(instance, anOwner({ id: 'second', isAlive: () => false }));
    await expect(store.save(aSnapshot())).rejects.toMatchObject({
      message: 'radarr/main: another arr-score took over while this one was reading',
    });
  });
});
