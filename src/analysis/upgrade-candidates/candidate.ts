import { count } from '../../lib/count.ts';
import { cutoffLabels, isUpgradable } from '../../model/cutoff-state.ts';
import { isMonitored } from '../../model/media-file.ts';
import { cutoffName } from '../../model/quality-profile.ts';
import { fileKey, type ProfileGroup } from '../shared/indexed-file.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { type Better, betterFiles } from './better-files.ts';

/** A file the server would still upgrade. */
export interface Candidate extends Better {
  readonly group: ProfileGroup;
  readonly isMonitored: boolean;
  /** What it would gain if it came up to the best of its profile and quality. */
  readonly likelyGain: number;
}

/** All of them, what helps most first: below minimum, quality open, format open; the largest likely gain; monitored. */
export function findCandidates({ groups }: LibraryIndex): readonly Candidate[] {
  const levels = Map.groupBy(groups.flatMap(candidatesOf), ({ indexed }) => indexed.label);
  return cutoffLabels.flatMap((label) => inOrder(levels.get(label) ?? []));
}

function candidatesOf(group: ProfileGroup): readonly Candidate[] {
  const better = group.files.some(({ state }) => isUpgradable(state)) ? betterFiles(group) : [];
  return better
    .filter(({ indexed }) => isUpgradable(indexed.state))
    .map(({ indexed, bestScore, formats }) => {
      const likelyGain = bestScore - indexed.file.score;
      return { indexed, bestScore, formats, group, likelyGain, isMonitored: isMonitored(indexed.file) };
    });
}

/** The largest likely gain, then monitored, then by title: texts are compared only among those that are equal so far. */
function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  const ranks = Map.groupBy(
    candidates,
    ({ likelyGain, isMonitored: monitored }) => 2 * likelyGain + Number(monitored),
  );
  return [...ranks].toSorted(([a], [b]) => b - a).flatMap(([, equals]) => equals.toSorted(byTitle));
}

function byTitle(a: Candidate, b: Candidate): number {
  return (
    byText(a.indexed.file.item.title, b.indexed.file.item.title) ||
    byText(fileKey(a.indexed), fileKey(b.indexed))
  );
}

function byText(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

/** Why the server would still take something, in one sentence. */
export function reasonOf({ indexed, group }: Candidate): string {
  const { file, state } = indexed;
  const { profile } = group;
  const reasons = [
    state.belowMinimum ? `the score is below the minimum of ${count(profile.minFormatScore)}` : null,
    state.quality === 'open'
      ? `${file.quality.name} is below the quality cutoff ${String(cutoffName(profile))}`
      : null,
    state.format === 'open' ? `the score is below the cutoff of ${count(profile.cutoffFormatScore)}` : null,
  ].filter((reason) => reason !== null);
  const text = reasons.join(', and ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
