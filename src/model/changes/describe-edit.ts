import type { RuleEdit } from '../change.ts';
import { describeScores, type WriteNumber } from './describe-cause.ts';

/** An edit of the rules in words: of what, and what was done to it. */
export interface EditWords {
  /** A profile, a format, or `settings`. */
  readonly subject: string;
  readonly text: string;
}

/** `Best of everything`: `HDR 0 → 500` */
export function describeEdit(edit: RuleEdit, write: WriteNumber): EditWords {
  switch (edit.kind) {
    case 'scores':
      return { subject: edit.profile, text: describeScores(edit.formats, write) };
    case 'format-edited':
      return { subject: edit.format, text: 'format edited: it matches by other conditions' };
    case 'format-renamed':
      return { subject: edit.to, text: `format renamed, it was ${edit.from}` };
    case 'format-added':
      return { subject: edit.format, text: 'format added' };
    case 'format-removed':
      return { subject: edit.format, text: 'format removed' };
    case 'format-recreated':
      return { subject: edit.format, text: 'format deleted and made again, the same' };
    case 'threshold':
      return { subject: edit.profile, text: describeThreshold(edit, write) };
    case 'profile-added':
      return { subject: edit.profile, text: 'profile added' };
    case 'profile-removed':
      return { subject: edit.profile, text: 'profile removed' };
    case 'profile-renamed':
      return { subject: edit.to, text: `profile renamed, it was ${edit.from}` };
    case 'setting':
      return { subject: 'settings', text: `${edit.name}: ${edit.from} → ${edit.to}` };
  }
}

/** Two orders of thirty qualities are no words; data has them. */
function describeThreshold(
  { name, from, to }: Extract<RuleEdit, { readonly kind: 'threshold' }>,
  write: WriteNumber,
): string {
  if (name === 'quality order') return 'quality order edited';
  const shown = (text: string): string => (/^-?\d+$/.test(text) ? write(Number(text)) : text);
  return `${name} ${shown(from)} → ${shown(to)}`;
}
