import type { MadeSize } from './made-library.ts';

/** 100,000 files × 8 formats and 200,000 changes. */
export const largeLibrary: MadeSize = { files: 100_000, formats: 8, changes: 200_000, events: 0 };

/** A tenth of everything. */
export const smallLibrary: MadeSize = { files: 10_000, formats: 8, changes: 20_000, events: 0 };

/** The same with 200,000 events of the servers' own histories, as `collect` fetches them unless it is told not to. */
export const filledLibrary: MadeSize = { ...largeLibrary, events: 200_000 };
