/** What `arr-score db` asks of a store. */
export interface Upkeep {
  readonly info: () => Promise<StoreInfo>;
  /** The database's own check, then our invariants: sums, orphans, overlaps. Empty: all is well. */
  readonly check: () => Promise<readonly StoreFlaw[]>;
  /** Copies the store to a new file while others use it. @throws {AppError} code `store` for PostgreSQL: use pg_dump */
  readonly backup: (path: string) => Promise<void>;
  /** Gives room that is no longer used back to the disk. */
  readonly vacuum: () => Promise<void>;
  /** Thins days before this one to one a week; changes and events stay. */
  readonly prune: (before: Date) => Promise<Pruned>;
}

/** How big a store is, and how old. */
export interface StoreInfo {
  readonly engine: 'sqlite' | 'postgres';
  /** Without user and password. */
  readonly place: string;
  /** Of the tables. */
  readonly version: number;
  readonly sizeBytes: number;
  readonly instances: readonly InstanceInfo[];
}

/** What is stored of one instance. */
export interface InstanceInfo {
  /** `radarr/main` */
  readonly key: string;
  readonly items: number;
  readonly files: number;
  /** Spans of the past. */
  readonly facts: number;
  readonly snapshots: number;
  readonly events: number;
  readonly firstAt: Date | null;
  readonly newestAt: Date | null;
}

/** Something that should not be. */
export interface StoreFlaw {
  /** `radarr/main`; null for the whole database. */
  readonly instance: string | null;
  readonly problem: string;
}

/** What was thinned out. */
export interface Pruned {
  readonly days: number;
}
