import { setFlagsFromString } from 'node:v8';

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
