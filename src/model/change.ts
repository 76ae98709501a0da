import type { AttributeEdit } from './changes/attributes.ts';
import type { FormatHit } from './media-file.ts';
import type { FileQuality } from './quality.ts';
import type { Slot } from './slot.ts';

/** A difference of one slot between two snapshots, and why it happened. */
export interface Change {
  readonly slot: Slot;
  /** When the later snapshot was taken. */
  readonly at: Date;
  /** When the earlier one was; null for the first. The change happened between the two. */
  readonly since: Date | null;
  readonly kind: ChangeKind;
  /** null when the slot was empty. */
  readonly before: FileState | null;
  /** null when the slot is empty now. */
  readonly after: FileState | null;
  /** What a replacement did; null for other kinds. */
  readonly replacement: Replacement | null;
  /** What formats see differently in the same file; empty for a file that came, went or was replaced. */
  readonly attributes: readonly AttributeEdit[];
  /** Their points add up to the difference of the scores. Causes that cancel each other out are both there. */
  readonly causes: readonly Cause[];
}

/** The first that fits, in this order, is the kind. */
export type ChangeKind = 'new' | 'gone' | 'replaced' | 'renamed' | 'attributes-edited' | 'rescored';

/** A slot's file at one moment, as far as history keeps it. */
export interface FileState {
  readonly fileId: number;
  readonly relativePath: string;
  readonly quality: FileQuality;
  readonly sizeBytes: number;
  readonly releaseGroup: string | null;
  readonly profileName: string;
  readonly score: number;
  readonly formats: readonly FormatHit[];
}

/** Whether the new file is better: by the profile's quality order, by revision, by score and by size. */
export interface Replacement {
  readonly quality: Direction;
  readonly revision: Direction;
  readonly score: Direction;
  readonly size: Direction;
}

/** For a size, `upgrade` is larger. */
export type Direction = 'upgrade' | 'same' | 'downgrade';

/** One part of a difference in score. */
export type Cause = { readonly points: number } & (
  | { readonly kind: 'file-replaced' }
  | { readonly kind: 'profile-scores-edited'; readonly formats: readonly ScoreEdit[] }
  | { readonly kind: 'format-edited'; readonly formats: readonly string[] }
  | { readonly kind: 'format-added'; readonly formats: readonly string[] }
  | { readonly kind: 'format-removed'; readonly formats: readonly string[] }
  | { readonly kind: 'profile-reassigned'; readonly from: string; readonly to: string }
  | { readonly kind: 'attributes-edited'; readonly attributes: readonly string[] }
  | { readonly kind: 'unexplained' }
);

/** What a cause can be. */
export type CauseKind = Cause['kind'];

/** A format whose score in the file's profile was edited. */
export interface ScoreEdit {
  readonly format: string;
  readonly from: number;
  readonly to: number;
}

/** An edit of the rules, with what it did. */
export interface RuleChange {
  /** `radarr/main` */
  readonly instanceKey: string;
  readonly at: Date;
  readonly since: Date;
  readonly edit: RuleEdit;
  /** Files whose score, formats or cutoff state moved by it. */
  readonly filesTouched: number;
  readonly pointsMoved: number;
  readonly statesChanged: number;
}

/** One edit in words a person would use. A format deleted and made again with the same content is `format-recreated`. */
export type RuleEdit =
  | { readonly kind: 'scores'; readonly profile: string; readonly formats: readonly ScoreEdit[] }
  | { readonly kind: 'format-edited'; readonly format: string }
  | { readonly kind: 'format-renamed'; readonly from: string; readonly to: string }
  | { readonly kind: 'format-added'; readonly format: string }
  | { readonly kind: 'format-removed'; readonly format: string }
  | { readonly kind: 'format-recreated'; readonly format: string }
  | {
      readonly kind: 'threshold';
      readonly profile: string;
      readonly name: 'minimum' | 'cutoff' | 'step' | 'upgrades allowed' | 'quality cutoff' | 'quality order';
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'profile-added'; readonly profile: string }
  | { readonly kind: 'profile-removed'; readonly profile: string }
  | { readonly kind: 'profile-renamed'; readonly from: string; readonly to: string }
  | { readonly kind: 'setting'; readonly name: string; readonly from: string; readonly to: string };
