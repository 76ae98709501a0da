import { expect, test } from 'vitest';
import { type Heap, makeRoomForLibrary } from '../../src/pipeline/lean-memory.ts';

const megabyte = 2 ** 20;

/** A heap whose young memory grows to these sizes, one a look. */
function aHeap(sizes: readonly number[]): Heap & { readonly flags: string[] } {
  const flags: string[] = [];
  let looks = 0;
  return {
    flags,
    youngBytes: () => {
      looks += 1;
      return (sizes[Math.min(looks, sizes.length) - 1] ?? 0) * megabyte;
    },
    setFlag: (flag) => void flags.push(flag),
  };
}

test('young memory is multiplied to 16 MB and stays there', () => {
  // It is looked at twice a round: whether it is enough, and by how much it has to grow.
  const heap = aHeap([1, 1, 2, 2, 16]);
  makeRoomForLibrary(heap);
  expect(heap.flags).toEqual([
    '--heap-growing-percent=40',
    '--semi-space-growth-factor=16',
    '--semi-space-growth-factor=8',
    '--semi-space-growth-factor=1',
  ]);
});

test('young memory that has a limit is left as it is', () => {
  const heap = aHeap([4]);
  makeRoomForLibrary(heap);
  expect(heap.flags.at(-1)).toBe('--semi-space-growth-factor=1');
  expect(heap.flags.length).toBeLessThan(200);
});
