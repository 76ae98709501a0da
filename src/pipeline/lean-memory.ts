import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/**
 * Keeps the heap near what is alive. Left alone, V8 lets it grow to a multiple of that before it collects, as for
 * a server that has the machine to itself; we run beside one.
 *
 * To be called before modules are loaded: young memory stays as large as it is by then, and loading lets it grow to
 * twice that. Measured in docs/performance.md.
 */
export function keepMemoryLean(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=100');
}

/** The part of V8 that is asked and told here. */
export interface Heap {
  /** Both halves of young memory together. */
  readonly youngBytes: () => number;
  readonly setFlag: (flag: string) => void;
}

/**
 * The same for who holds a whole library and goes through it again and again: more of what is made and dropped at once
 * dies young, and what is old is collected sooner. Measured in docs/performance.md.
 *
 * @param heap  of this process; another one in tests
 */
export function makeRoomForLibrary(heap: Heap = ownHeap): void {
  heap.setFlag('--heap-growing-percent=40');
  growYoungMemory(heap);
}

const enoughYoung = 16 * 2 ** 20;

/** So often; where young memory was given a limit, it stays as it is. */
const roundsAtMost = 100;

/** V8 takes no size while it runs: it multiplies young memory once more lives on in it than it can hold. */
function growYoungMemory({ youngBytes, setFlag }: Heap): void {
  const alive: object[] = [];
  for (let round = 0; round < roundsAtMost && youngBytes() < enoughYoung; round += 1) {
    setFlag(`--semi-space-growth-factor=${Math.ceil(enoughYoung / youngBytes())}`);
    for (let made = 0; made < 2_000; made += 1) alive.push({ made });
  }
  setFlag('--semi-space-growth-factor=1');
}

const ownHeap: Heap = {
  youngBytes: () =>
    Math.max(
      1,
      ...getHeapSpaceStatistics()
        .filter(({ space_name }) => space_name === 'new_space')
        .map(({ space_size }) => space_size),
    ),
  setFlag: setFlagsFromString,
};
