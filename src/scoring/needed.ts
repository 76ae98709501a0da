import { count } from '../lib/count.ts';
import type { QualityItem, QualityProfile } from '../model/quality-profile.ts';
import type { PropersAndRepacks } from '../model/rules.ts';
import { isFormatOpen, isQualityOpen } from './decision/cutoffs.ts';
import type { Graded } from './decision/graded.ts';
import { qualitiesOf, qualityIndex } from './decision/quality-order.ts';

/** What a release must bring to replace a file. */
export interface Needed {
  /** Each is enough by itself. */
  readonly ways: readonly Way[];
  /** What would not be taken, and why. */
  readonly shut: readonly ShutWay[];
}

/** The three kinds of upgrade. */
export type WayKind = 'better-quality' | 'same-quality' | 'better-revision';

/** A release that would be taken. */
export interface Way {
  readonly kind: WayKind;
  /** Its quality is one of these. */
  readonly qualityIds: readonly number[];
  /** The steps of the profile they belong to, worst first: `Bluray-1080p`, `WEB 1080p`. */
  readonly steps: readonly string[];
  /** Its score is at least this. */
  readonly minScore: number;
  /** `better` than the file's, the `same`, or without effect. */
  readonly revision: 'better' | 'same' | 'any';
}

/** An upgrade that would be refused. */
export interface ShutWay {
  readonly kind: WayKind;
  readonly because: ShutReason;
  /** The quality cutoff, the format cutoff or the quality it is about, as people read it; empty for none. */
  readonly detail: string;
}

/** Why a kind of upgrade would be refused. */
export type ShutReason =
  | 'upgrades off'
  | 'quality cutoff met'
  | 'nothing better allowed'
  | 'quality not allowed'
  | 'format cutoff met'
  | 'revisions off';

/** A file and all that decides what may replace it. */
export interface NeededQuestion {
  readonly profile: QualityProfile;
  readonly file: Graded;
  readonly propersAndRepacks: PropersAndRepacks;
}

/**
 * What a release from a feed must bring to replace a file: `judgeRelease` turned round. Languages and the group of a
 * repack are left aside. Source: servarr.md 6.2 to 6.5.
 */
export function needed(question: NeededQuestion): Needed {
  const answers = [betterQuality(question), sameQuality(question), betterRevision(question)];
  return {
    ways: answers.filter((answer) => 'minScore' in answer),
    shut: answers.filter((answer) => 'because' in answer),
  };
}

function betterQuality({ profile, file }: NeededQuestion): Way | ShutWay {
  const kind = 'better-quality';
  if (!profile.upgradeAllowed) return shut(kind, 'upgrades off');
  if (!isQualityOpen(profile, file.quality)) {
    return shut(kind, 'quality cutoff met', nameOf(profile.items[qualityIndex(profile, profile.cutoff)]));
  }
  const better = profile.items.slice(qualityIndex(profile, file.quality.id) + 1);
  const allowed = better.filter(({ isAllowed }) => isAllowed);
  if (allowed.length === 0) return shut(kind, 'nothing better allowed');
  return { ...wayTo(kind, allowed), minScore: profile.minFormatScore, revision: 'any' };
}

function sameQuality({ profile, file, propersAndRepacks }: NeededQuestion): Way | ShutWay {
  const kind = 'same-quality';
  if (!profile.upgradeAllowed) return shut(kind, 'upgrades off');
  if (file.score >= profile.cutoffFormatScore) {
    return shut(kind, 'format cutoff met', count(profile.cutoffFormatScore));
  }
  const step = profile.items[qualityIndex(profile, file.quality.id)];
  if (step === undefined || !step.isAllowed) return shut(kind, 'quality not allowed', nameOf(step));
  const minScore = file.score + Math.max(1, profile.minUpgradeFormatScore);
  return {
    ...wayTo(kind, [step]),
    minScore: Math.max(minScore, profile.minFormatScore),
    revision: propersAndRepacks === 'doNotPrefer' ? 'any' : 'same',
  };
}

/** A proper of the same quality always; of another, not worse one only while a cutoff is open. */
function betterRevision({ profile, file, propersAndRepacks }: NeededQuestion): Way | ShutWay {
  const kind = 'better-revision';
  if (propersAndRepacks === 'doNotPrefer') return shut(kind, 'revisions off');
  const own = qualityIndex(profile, file.quality.id);
  const isWide =
    profile.upgradeAllowed && (isQualityOpen(profile, file.quality) || isFormatOpen(profile, file.score));
  const steps = profile.items.slice(own, isWide ? undefined : own + 1).filter(({ isAllowed }) => isAllowed);
  const isTaken = (id: number): boolean =>
    id === file.quality.id ? propersAndRepacks === 'preferAndUpgrade' : isWide;
  const taken = steps.filter((step) => qualitiesOf(step).some(({ id }) => isTaken(id)));
  const qualityIds = taken.flatMap(qualitiesOf).map(({ id }) => id);
  if (taken.length === 0) return shut(kind, refusal(propersAndRepacks), file.quality.name);
  return {
    ...wayTo(kind, taken),
    qualityIds: qualityIds.filter(isTaken),
    minScore: profile.minFormatScore,
    revision: 'better',
  };
}

function refusal(propersAndRepacks: PropersAndRepacks): ShutReason {
  return propersAndRepacks === 'doNotUpgrade' ? 'revisions off' : 'quality not allowed';
}

function wayTo(kind: WayKind, items: readonly QualityItem[]): Pick<Way, 'kind' | 'qualityIds' | 'steps'> {
  const qualityIds = items.flatMap(qualitiesOf).map(({ id }) => id);
  return { kind, qualityIds, steps: items.map(nameOf) };
}

function shut(kind: WayKind, because: ShutReason, detail = ''): ShutWay {
  return { kind, because, detail };
}

function nameOf(item: QualityItem | undefined): string {
  if (item === undefined) return 'unknown';
  return item.kind === 'quality' ? item.quality.name : item.name;
}
