import type { Language, Quality } from './quality.ts';

/** A quality profile: which qualities, in which order, and what each custom format is worth. */
export interface QualityProfile {
  readonly id: number;
  readonly name: string;
  readonly upgradeAllowed: boolean;
  /** The quality or group from which on quality is good enough: an id of `items`. */
  readonly cutoff: number;
  /** Worst first. */
  readonly items: readonly QualityItem[];
  /** Below it a release is refused. */
  readonly minFormatScore: number;
  /** From it on a better score is no reason for an upgrade. */
  readonly cutoffFormatScore: number;
  /** How much more a release must score; older servers lack it, then 1. */
  readonly minUpgradeFormatScore: number;
  /** In the server's order, each format once; one that is missing here is worth 0. */
  readonly formatScores: readonly FormatScore[];
  /** The language Radarr wants of a release; null for Sonarr. Never an input of the score. */
  readonly language: Language | null;
}

/** One step of the quality order: a quality, or a group of equals. */
export type QualityItem =
  | { readonly kind: 'quality'; readonly quality: Quality; readonly isAllowed: boolean }
  | {
      readonly kind: 'group';
      readonly id: number;
      readonly name: string;
      readonly qualities: readonly Quality[];
      readonly isAllowed: boolean;
    };

/** What a profile gives for a format. */
export interface FormatScore {
  readonly formatId: number;
  readonly name: string;
  readonly score: number;
}

/** The quality or group from which on quality is good enough; null where the profile does not list it. */
export function cutoffName({ cutoff, items }: QualityProfile): string | null {
  for (const item of items) {
    const steps = item.kind === 'quality' ? [item.quality] : [item, ...item.qualities];
    const found = steps.find(({ id }) => id === cutoff);
    if (found !== undefined) return found.name;
  }
  return null;
}
