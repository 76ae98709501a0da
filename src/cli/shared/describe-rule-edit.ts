import { unreachable } from '../../lib/errors.ts';
import type { RuleEdit } from '../../model/change.ts';

/** An edit of the rules as a person would say it: `Best of everything: HDR 0 → 500`. */
export function describeRuleEdit(edit: RuleEdit): string {
  switch (edit.kind) {
    case 'scores':
      return `${edit.profile}: ${edit.formats.map(({ format, from, to }) => `${format} ${from} → ${to}`).join(', ')}`;
    case 'format-edited':
      return `format ${edit.format} edited`;
    case 'format-renamed':
      return `format ${edit.from} is now ${edit.to}`;
    case 'format-added':
      return `format ${edit.format} added`;
    case 'format-removed':
      return `format ${edit.format} removed`;
    case 'format-recreated':
      return `format ${edit.format} deleted and made again`;
    case 'threshold':
      return `${edit.profile}: ${edit.name} ${edit.from} → ${edit.to}`;
    case 'profile-added':
      return `profile ${edit.profile} added`;
    case 'profile-removed':
      return `profile ${edit.profile} removed`;
    case 'profile-renamed':
      return `profile ${edit.from} is now ${edit.to}`;
    case 'setting':
      return `${edit.name} ${edit.from} → ${edit.to}`;
    default:
      return unreachable(edit);
  }
}
