import { count } from '../../lib/count.ts';
import type { CauseKind, RuleEdit, ScoreEdit } from '../../model/change.ts';

/** Every cause as people read it, in the order in which they are told. */
export const causeWords: Readonly<Record<CauseKind, string>> = {
  'file-replaced': 'File replaced',
  'profile-scores-edited': 'Profile scores edited',
  'format-edited': 'Format definitions edited',
  'format-added': 'Formats added',
  'format-removed': 'Formats removed',
  'profile-reassigned': 'Profile reassigned',
  'attributes-edited': 'Attributes edited',
  unexplained: 'Unexplained',
};

/** Who moved the score: downloads, edits of rules, edits of names and tags, or nobody we know. */
export type Side = 'files' | 'rules' | 'names' | 'unexplained';

/** The side of a cause. */
export const sideOf: Readonly<Record<CauseKind, Side>> = {
  'file-replaced': 'files',
  'profile-scores-edited': 'rules',
  'format-edited': 'rules',
  'format-added': 'rules',
  'format-removed': 'rules',
  'profile-reassigned': 'rules',
  'attributes-edited': 'names',
  unexplained: 'unexplained',
};

/** An edit of the rules in words: `Best of everything: HDR 0 → 500`. */
export function editWords(edit: RuleEdit): string {
  switch (edit.kind) {
    case 'scores':
      return `${edit.profile}: ${edit.formats.map(scoreWords).join(', ')}`;
    case 'threshold':
      return `${edit.profile}: ${edit.name} ${edit.from} → ${edit.to}`;
    case 'setting':
      return `${edit.name} ${edit.from} → ${edit.to}`;
    case 'format-renamed':
      return `format ${edit.from} renamed to ${edit.to}`;
    case 'profile-renamed':
      return `profile ${edit.from} renamed to ${edit.to}`;
    case 'profile-added':
    case 'profile-removed':
      return `profile ${edit.profile} ${edit.kind.slice('profile-'.length)}`;
    case 'format-edited':
    case 'format-added':
    case 'format-removed':
    case 'format-recreated':
      return `format ${edit.format} ${edit.kind.slice('format-'.length)}`;
  }
}

function scoreWords({ format, from, to }: ScoreEdit): string {
  return `${format} ${count(from)} → ${count(to)}`;
}
