import type { CauseKind, ChangeKind, RuleEdit } from '../model/change.ts';
import type { HistoryEntry } from '../model/history-entry.ts';
import type { InstanceName } from '../model/instance.ts';

/** What is asked of history. */
export interface HistoryQuestion {
  /** Part of a title; null is everything. Of a title the servers' own memory is told too. */
  readonly title: string | null;
  /** null is all. */
  readonly instances: readonly InstanceName[] | null;
  /** null is from the first day. */
  readonly since: Date | null;
  /** null is all kinds. */
  readonly kinds: readonly HistoryKind[] | null;
  /** null is all. */
  readonly causes: readonly CauseKind[] | null;
  /** Whether each file that edited rules moved is told, too, not only the edit. */
  readonly withRescored: boolean;
}

/** What happened to a file; `rules`: they were edited; `event`: the server itself remembers it. */
export type HistoryKind = ChangeKind | 'rules' | 'event';

/** All of them. */
export const historyKinds: readonly HistoryKind[] = [
  'rules',
  'new',
  'gone',
  'replaced',
  'renamed',
  'attributes-edited',
  'rescored',
  'event',
];

/** Whether an entry is asked for. */
export function isWanted(entry: HistoryEntry, question: HistoryQuestion): boolean {
  const { since, kinds, causes } = question;
  if (since !== null && entry.at < since) return false;
  const kind = entry.kind === 'change' ? entry.change.kind : entry.kind;
  if (kinds !== null && !kinds.includes(kind)) return false;
  if (!isEachTold(question) && isByRulesAlone(entry)) return false;
  return causes === null || causesIn(entry).some((cause) => causes.includes(cause));
}

/** Of one title, or where that is asked for; else an edit is told once, with what it did. */
export function isEachTold({ title, kinds, withRescored }: HistoryQuestion): boolean {
  return title !== null || withRescored || kinds?.includes('rescored') === true;
}

const causesByRules: readonly CauseKind[] = [
  'profile-scores-edited',
  'format-edited',
  'format-added',
  'format-removed',
];

/** Nothing happened to the file: the edits that moved its score are told themselves. */
function isByRulesAlone(entry: HistoryEntry): boolean {
  if (entry.kind !== 'change' || entry.change.kind !== 'rescored') return false;
  return entry.change.causes.every(({ kind }) => causesByRules.includes(kind));
}

function causesIn(entry: HistoryEntry): readonly CauseKind[] {
  if (entry.kind === 'event') return [];
  return entry.kind === 'rules'
    ? causesOfEdit(entry.change.edit)
    : entry.change.causes.map(({ kind }) => kind);
}

/** Which cause an edit of rules is to files; none for one that moves no score. */
function causesOfEdit({ kind }: RuleEdit): readonly CauseKind[] {
  if (kind === 'scores') return ['profile-scores-edited'];
  return kind === 'format-edited' || kind === 'format-added' || kind === 'format-removed' ? [kind] : [];
}
