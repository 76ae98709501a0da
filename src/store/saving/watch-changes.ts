import type { ChangeKind, RuleChange } from '../../model/change.ts';
import type { Comparison } from '../../model/changes/comparison.ts';
import { createComparison } from '../../model/changes/create-comparison.ts';
import type { FileFacts } from '../../model/changes/file-facts.ts';
import type { InstanceName } from '../../model/instance.ts';
import type { Slot } from '../../model/slot.ts';
import type { ChangeCounts, Snapshot } from '../collecting.ts';
import type { MatchSets } from '../rows/match-sets.ts';
import type { Terms } from '../rows/terms.ts';
import type { RulesAtRun } from '../rules/rules-at-run.ts';
import type { FileGroup } from './groups.ts';
import type { RunAt } from './next-run.ts';
import type { SlotChange } from './save-files.ts';

/** Hears of every slot that a snapshot changes, and knows at the end what the edits of rules did. */
export interface ChangeWatch {
  readonly onSlot: (change: SlotChange) => void;
  /** Files whose facts stayed: only the rules can have moved them. */
  readonly onGroups: (groups: readonly FileGroup[]) => void;
  readonly result: () => {
    readonly changes: ChangeCounts;
    readonly unexplained: number;
    readonly ruleChanges: readonly RuleChange[];
  };
}

/** The two moments, and what stored numbers mean. */
export interface WatchedMoments {
  readonly instance: InstanceName;
  readonly before: { readonly run: RunAt; readonly rules: RulesAtRun };
  readonly after: { readonly run: RunAt; readonly rules: RulesAtRun };
  readonly terms: Terms;
  readonly sets: MatchSets;
}

const noChanges: ChangeCounts = {
  new: 0,
  gone: 0,
  replaced: 0,
  renamed: 0,
  'attributes-edited': 0,
  rescored: 0,
};

/** For the first snapshot, which has nothing to be compared with. */
export const watchNothing: ChangeWatch = {
  onSlot: () => {},
  onGroups: () => {},
  result: () => ({ changes: noChanges, unexplained: 0, ruleChanges: [] }),
};

/** Compares as the snapshot is written; keeps sums, never files. */
export function watchChanges(
  moments: WatchedMoments,
  judges: Pick<Snapshot, 'stateOf' | 'matches'>,
): ChangeWatch {
  const { instance, before, after } = moments;
  const comparison = createComparison({
    instance,
    before: { at: before.run.at, rules: before.rules.rules },
    after: { at: after.run.at, rules: after.rules.rules },
    ...judges,
  });
  const counts: Record<ChangeKind, number> = { ...noChanges };
  let unexplained = 0;
  return {
    onSlot: (change) => {
      const pair = { slot: anySlot(instance), before: change.before, after: change.after };
      comparison.count(pair);
      const found = comparison.change(pair);
      if (found === null) return;
      counts[found.kind] += 1;
      if (found.causes.some(({ kind }) => kind === 'unexplained')) unexplained += 1;
    },
    onGroups: (groups) => {
      for (const group of groups) if (group.fresh === 0) countGroup(group, comparison, moments);
    },
    result: () => ({ changes: counts, unexplained, ruleChanges: comparison.ruleChanges() }),
  };
}

/** Sums do not depend on which slot it is. */
function anySlot(instance: InstanceName): Slot {
  return { instance, itemKey: '', episode: null, title: '', year: 0 };
}

/** Files of a group fare alike: one is told for all, as often as there are files. */
function countGroup(group: FileGroup, comparison: Comparison, moments: WatchedMoments): void {
  const { before, after, sets, instance } = moments;
  const set = sets.formats(group.match_set);
  const formatIds = { before: before.rules.idsOf(set), after: after.rules.idsOf(set) };
  if (!comparison.canMoveSameFacts && formatIds.before.join() === formatIds.after.join()) return;
  const facts = standIn(group, moments);
  const pair = {
    slot: anySlot(instance),
    before: { ...facts, formatIds: formatIds.before },
    after: { ...facts, formatIds: formatIds.after },
  };
  comparison.count(pair, Number(group.files));
}

/** A file of the group, as far as rules can tell. */
function standIn({ profile, surplus, quality }: FileGroup, { terms }: WatchedMoments): FileFacts {
  return {
    fileId: 0,
    relativePath: '',
    sceneName: null,
    originalFilePath: null,
    quality: terms.quality(quality),
    languages: null,
    releaseGroup: null,
    edition: null,
    indexerFlags: { bits: 0, names: [] },
    releaseType: null,
    sizeBytes: 0,
    originalLanguage: null,
    profileId: profile,
    formatIds: [],
    surplus,
    isShared: false,
  };
}
