import type { OfInstance, OfTenant } from './key-columns.ts';

/** A movie or a series, also one that is gone: history hangs on it. */
export interface ItemRow extends OfInstance {
  readonly item: number;
  readonly server_id: number;
  /** `tmdb:603` */
  readonly item_key: string;
  readonly title: string;
  readonly year: number;
  /** JSON, see `item-row.ts`. */
  readonly content: string;
  /** Differs when anything of it differs. */
  readonly mark: number;
  /** 0 when the server no longer has it. */
  readonly is_present: number;
  readonly stale_since: string | null;
}

/** A file as it is now; its span is open. */
export interface FileRow extends OfInstance {
  readonly item: number;
  readonly file_id: number;
  /** -1 for a movie. */
  readonly season: number;
  /** JSON of `Episode[]`; null for a movie. */
  readonly episodes: string | null;
  /** When facts, profile or matches last changed. */
  readonly from_run: number;
  /** When anything last changed. */
  readonly seen_run: number;
  readonly mark: number;
  readonly inputs: number;
  readonly profile: number;
  readonly match_set: number;
  /** What the server's score has over the sum of its formats. */
  readonly surplus: number;
  /** A term. */
  readonly quality: number;
  readonly size_bytes: number;
  /** JSON of all that formats look at, see `facts-row.ts`. */
  readonly facts: string;
  /** JSON of the rest. */
  readonly extra: string;
}

/** What a slot held in the past. */
export interface FactRow extends OfInstance {
  readonly item: number;
  /** -1 for a movie, as is the episode. */
  readonly season: number;
  readonly episode: number;
  readonly to_run: number;
  readonly from_run: number;
  readonly profile: number;
  readonly match_set: number;
  readonly surplus: number;
  /** As in `file`; null where the next span of the slot says the same. */
  readonly facts: string | null;
}

/** Formats that match together, by their rules' numbers. */
export interface MatchSetRow extends OfInstance {
  readonly match_set: number;
  /** `3,17,40`, ascending. */
  readonly formats: string;
}

/** A quality, a list of languages, a set of flags: what few rows say in many files. */
export interface TermRow extends OfTenant {
  readonly term: number;
  /** JSON */
  readonly content: string;
}

/** One profile's files on the last run of a day; the day after is the same unless it has a row. */
export interface DayCountRow extends OfInstance {
  readonly profile: number;
  readonly day: string;
  readonly profile_name: string;
  readonly size_bytes: number;
  /** Deflated JSON of scores and states. */
  readonly counts: Uint8Array;
}

/** Something the server itself remembers. */
export interface EventRow extends OfInstance {
  /** The server's id. */
  readonly event: number;
  readonly item: number;
  readonly season: number;
  readonly episode: number;
  readonly at: string;
  readonly kind: string;
  readonly source_title: string;
  /** A term. */
  readonly quality: number;
  readonly download_id: string | null;
  readonly file_id: number | null;
  readonly size_bytes: number | null;
  readonly release_group: string | null;
  readonly score_then: number | null;
  readonly score_today: number | null;
  /** `3,17`: the server's ids. */
  readonly formats_today: string;
  readonly reason: string | null;
}
