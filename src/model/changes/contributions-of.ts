import { unreachable } from '../../lib/errors.ts';
import type { RuleEdit } from '../change.ts';
import { type Contribution, contribution } from './contribution.ts';
import type { FormatPath } from './format-paths.ts';
import { matchesOldFile, type OldFileQuestion } from './old-file-today.ts';
import type { Sight } from './sight.ts';

/**
 * What one format added or took, step by step.
 *
 * @param scores  the edit of the scores of the profile before; null where there was none
 */
export function contributionsOf(question: OldFileQuestion, scores: RuleEdit | null): readonly Contribution[] {
  const { fate, name: format, edit, worth } = question.path;
  switch (fate) {
    case 'removed':
      return [contribution('format-removed', -worth.before, { format, edit })];
    case 'added':
      return [contribution('format-added', worth.after, { format, edit })];
    case 'kept':
      return [...scoreEdited(question.path, scores), ...keptFormat(question)];
    default:
      return unreachable(fate);
  }
}

/** The old file in the old profile, as that is after. */
function scoreEdited(
  { isMatched, worth, name: format }: FormatPath,
  edit: RuleEdit | null,
): readonly Contribution[] {
  if (!isMatched.before || worth.before === worth.edited) return [];
  const score = { format, from: worth.before, to: worth.edited };
  return [contribution('profile-scores-edited', score.to - score.from, { format, edit, score })];
}

/** The format as it is after, on the old file; then the profile of after; then the file of after. */
function keptFormat(question: OldFileQuestion): readonly Contribution[] {
  const { path, sight } = question;
  const { name: format, edit, isMatched, worth } = path;
  const [was, is] = [Number(isMatched.before), Number(isMatched.after)];
  const onOldFile = matchesOldFile(question);
  if (onOldFile === null)
    return [contribution('unexplained', is * worth.after - was * worth.edited, { format })];
  const between = Number(onOldFile);
  const found: Contribution[] = [];
  if (between !== was)
    found.push(contribution('format-edited', (between - was) * worth.edited, { format, edit }));
  if (onOldFile && worth.edited !== worth.after)
    found.push(contribution('profile-reassigned', worth.after - worth.edited, { format }));
  if (is !== between) found.push(fileContribution(sight, (is - between) * worth.after, format));
  return found;
}

function fileContribution(sight: Sight, points: number, format: string): Contribution {
  switch (sight.kind) {
    case 'file-replaced':
      return contribution('file-replaced', points, { format });
    case 'attributes-edited':
      return contribution('attributes-edited', points, { format, attributes: sight.attributes });
    case 'unchanged':
      return contribution('unexplained', points, { format });
    default:
      return unreachable(sight);
  }
}
