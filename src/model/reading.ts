import type { ArrFailure } from './arr-failure.ts';
import type { InstanceName } from './instance.ts';
import type { Items } from './item.ts';
import type { MediaFile } from './media-file.ts';
import type { Rules } from './rules.ts';
import type { Server } from './server.ts';

/** One instance, read at one moment: what exporters and pipeline hand on to store and outputs. */
export interface Reading {
  readonly instance: InstanceName;
  readonly server: Server;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly scope: Scope;
  readonly rules: Rules;
  /** By id; also those without a file. */
  readonly items: Items;
  /** In order of item id, season, episode, file id. May be asked for more than once. */
  readonly files: () => AsyncIterable<readonly MediaFile[]>;
  readonly counts: ReadingCounts;
  readonly skipped: readonly SkippedItem[];
  readonly oddities: readonly Oddity[];
}

/** Whether everything was asked for. *Gone* may be concluded only inside it. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'items'; readonly itemIds: ReadonlySet<number> };

/** What a reading holds. */
export interface ReadingCounts {
  readonly items: number;
  readonly files: number;
  readonly itemsWithoutFile: number;
  /** Texts in which an unpaired surrogate or U+0000 was replaced. */
  readonly repairedTexts: number;
}

/** An item that could not be read, while others could. */
export interface SkippedItem {
  readonly itemId: number;
  readonly title: string;
  readonly failure: ArrFailure;
}

/** Something that was read and should not be. */
export type Oddity =
  /** A second row for a movie; the current one was read. */
  | { readonly kind: 'extra-file'; readonly itemId: number; readonly title: string; readonly fileId: number }
  /** The item names a file that the server does not have. */
  | {
      readonly kind: 'missing-file';
      readonly itemId: number;
      readonly title: string;
      readonly fileId: number;
    }
  /** The formats do not add up to the server's score, even when read twice. */
  | {
      readonly kind: 'sum-differs';
      readonly itemId: number;
      readonly title: string;
      readonly fileId: number;
      readonly sum: number;
      readonly score: number;
    }
  /** The rules changed while the files were read, twice. */
  | { readonly kind: 'rules-moved' }
  /** The files were read, and then the server could not be asked for its rules again. */
  | { readonly kind: 'rules-unchecked'; readonly failure: ArrFailure };
