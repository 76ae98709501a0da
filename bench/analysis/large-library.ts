import type { MadeSize } from './made-library.ts';

/** 100,000 files × 8 formats and 200,000 changes, with as many events. */
export const largeLibrary: MadeSize = { files: 100_000, formats: 8, changes: 200_000, events: 200_000 };

/** A tenth of everything. */
export const smallLibrary: MadeSize = { files: 10_000, formats: 8, changes: 20_000, events: 20_000 };
