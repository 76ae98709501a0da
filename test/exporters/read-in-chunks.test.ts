import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ArrError } from '../../src/arr/arr-error.ts';
import { readInChunks } from '../../src/exporters/shared/read-in-chunks.ts';
import type { ArrFailure } from '../../src/model/arr-failure.ts';

const broken: ArrFailure = { kind: 'list-broken', url: 'http://simulated/x', problem: 'bad row' };
const ids = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

/** A server that fails every call with one of the bad ids in it. */
function serverWith(bad: ReadonlySet<number>, failure: ArrFailure = broken) {
  const read: number[] = [];
  let calls = 0;
  return {
    read,
    calls: () => calls,
    ask: async (asked: readonly number[]) => {
      calls += 1;
      if (asked.some((id) => bad.has(id))) throw new ArrError(failure);
      read.push(...asked);
    },
  };
}

test('few culprits are found alone, everything else is read exactly once', async () => {
  const badIds = fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(badIds, fc.integer({ min: 7, max: 120 }), async (bad, size) => {
      const server = serverWith(new Set(bad));
      const failed = await readInChunks({ ids: ids(300), size, read: server.ask });
      expect(failed.flatMap((one) => one.ids).toSorted((a, b) => a - b)).toEqual(
        bad.toSorted((a, b) => a - b),
      );
      expect([...server.read, ...bad].toSorted((a, b) => a - b)).toEqual(ids(300));
    }),
  );
});

test('at most 64 calls are spent on finding culprits', async () => {
  const server = serverWith(new Set(ids(2_000).filter((id) => id % 7 === 0)));
  await readInChunks({ ids: ids(2_000), size: 100, read: server.ask });
  expect(server.calls()).toBeLessThanOrEqual(20 + 64);
});

test('where nothing can be read and halves fail alike, the rules are at fault and splitting stops', async () => {
  const server = serverWith(new Set(ids(1_000)));
  const failed = await readInChunks({ ids: ids(1_000), size: 100, read: server.ask });
  expect(failed.flatMap((one) => one.ids)).toHaveLength(1_000);
  expect(server.calls()).toBeLessThan(10 + 64);
});

test('an outage is not split: asking for less cures nothing', async () => {
  const server = serverWith(new Set([5]), { kind: 'timeout', url: 'http://simulated/x', afterMs: 1 });
  const failed = await readInChunks({ ids: ids(10), size: 10, read: server.ask });
  expect(server.calls()).toBe(1);
  expect(failed).toHaveLength(1);
});

test('a bug is thrown on', async () => {
  const bug = readInChunks({ ids: [1], size: 1, read: () => Promise.reject(new RangeError('bug')) });
  await expect(bug).rejects.toThrow(RangeError);
});
