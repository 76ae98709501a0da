import type { Row, Rows } from '../../model/block.ts';
import type { Cause, Change, RuleChange } from '../../model/change.ts';
import type { HistoryEvent } from '../../model/history-event.ts';
import type { Item } from '../../model/item.ts';
import type { DayCounts, LibraryInstance } from '../../model/library.ts';
import type { FormatHit, IndexerFlags, ReleaseType, ScoreSource } from '../../model/media-file.ts';
import type { FileQuality, Language } from '../../model/quality.ts';
import type { QualityProfile } from '../../model/quality-profile.ts';
import type { Section } from '../../model/report.ts';
import type { Slot } from '../../model/slot.ts';

/** A report as it lies in the page: columns instead of objects, equal values once. Written as JSON. */
export interface ReportPacking {
  /** Of this shape; a page only reads its own. */
  readonly packing: 1;
  readonly version: string;
  readonly generatedAt: Date;
  readonly takenAt: Date | null;
  readonly isRedacted: boolean;
  /** Whether every timeline and every row of a list is here. */
  readonly isFull: boolean;
  readonly instances: readonly InstancePacking[];
  readonly profiles: readonly QualityProfile[];
  readonly items: ItemColumns;
  readonly files: FileColumns;
  readonly slots: readonly Slot[];
  readonly events: readonly OfSlot<TimelineEvent>[];
  readonly changes: readonly OfSlot<TimelineChange>[];
  readonly ruleChanges: readonly RuleChange[];
  readonly days: readonly DayCounts[];
  readonly sections: readonly Section[];
  /** How many rows a table had, where it was cut: by `section/block`. */
  readonly cut: Readonly<Record<string, number>>;
}

/** An instance without its items, which are columns. */
export interface InstancePacking extends Omit<LibraryInstance, 'items'> {}

/** What a timeline tells of an event. */
export interface TimelineEvent extends Pick<HistoryEvent, 'slot' | 'at' | 'kind' | 'reason' | 'sourceTitle'> {
  /** Of today where the server knows it, else as it was then; null without one. */
  readonly score: number | null;
}

/** What a timeline tells of a change; files and formats as they were before and after are left out. */
export interface TimelineChange extends Pick<Change, 'slot' | 'at' | 'kind'> {
  readonly causes: readonly Pick<Cause, 'kind' | 'points'>[];
  /** The file afterwards; empty where there is none. */
  readonly relativePath: string;
  readonly score: number | null;
}

/** Something of a slot, by its place in `slots`. */
export type OfSlot<T extends { readonly slot: Slot }> = Omit<T, 'slot'> & { readonly slot: number };

/** Items that have a file; one element an item. What the page never shows is left out. */
export interface ItemColumns {
  /** Place in `instances`. */
  readonly instance: readonly number[];
  readonly id: readonly number[];
  readonly title: readonly string[];
  readonly year: readonly number[];
  /** null for a movie, whose page is found by its tmdb id. */
  readonly slug: readonly (string | null)[];
  readonly tmdbId: readonly (number | null)[];
  readonly tvdbId: readonly (number | null)[];
  readonly isMonitored: readonly Bit[];
  readonly path: readonly string[];
  readonly runtimeMinutes: readonly number[];
  readonly profileId: readonly number[];
  readonly tags: Interned<readonly string[]>;
  readonly rootFolder: Interned<string | null>;
  readonly originalLanguage: Interned<Item['originalLanguage']>;
}

/** One element a file, in the order of the library. */
export interface FileColumns {
  /** Place in the items. */
  readonly item: readonly number[];
  readonly fileId: readonly number[];
  /** Place in the profiles. */
  readonly profile: readonly number[];
  readonly score: readonly number[];
  readonly sizeBytes: readonly number[];
  /** Seconds since 1970. */
  readonly addedAt: readonly number[];
  readonly isQualityCutoffMet: readonly Bit[];
  readonly quality: Interned<FileQuality>;
  readonly languages: Interned<readonly Language[] | null>;
  readonly releaseGroup: Interned<string | null>;
  readonly edition: Interned<string | null>;
  readonly indexerFlags: Interned<IndexerFlags>;
  readonly releaseType: Interned<ReleaseType | null>;
  readonly scoreSource: Interned<ScoreSource>;
  readonly hits: readonly FormatHit[];
  /** Places in `hits`. */
  readonly formats: Interned<readonly number[]>;
  /** null for a movie; season, then number, title and monitored of each episode. */
  readonly part: readonly (PackedPart | null)[];
  /** Four a file, side by side because they repeat each other: relative path, and those of `TextPacking`. */
  readonly texts: readonly TextPacking[];
  /** By place of the file. */
  readonly staleSince: Readonly<Record<number, Date>>;
}

/** 1 is true. */
export type Bit = 0 | 1;

/** `[season, [number, title, monitored], …]` */
export type PackedPart = readonly [number, ...(readonly [number, string, Bit])[]];

/** A text; null where there is none, 0 where it follows from the texts before it. */
export type TextPacking = string | null | 0;

/** A column whose values repeat: each once, and for each row the place of its own. */
export interface Interned<T> {
  readonly values: readonly T[];
  readonly at: readonly number[];
}

/** What is left of a type when it was written as JSON: dates are ISO 8601, rows are a list. */
export type Jsoned<T> = T extends Date
  ? string
  : T extends Rows
    ? readonly Jsoned<Row>[]
    : T extends readonly unknown[] | object
      ? { readonly [K in keyof T]: Jsoned<T[K]> }
      : T;

/** What the page finds. */
export type PackedReport = Jsoned<ReportPacking>;
