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
  const { fate, name, edit, worth } = question.path;
  const formats = [name];
  switch (fate) {
    case 'removed':
      return [contribution('format-removed', -worth.before, { formats, edit })];
    case 'added':
      return [contribution('format-added', worth.after, { formats, edit })];
    case 'kept':
      return [...scoreEdited(question.path, scores), ...keptFormat(question)];
  }
}

/** The old file in the old profile, as that is after. */
function scoreEdited(
  { isMatched, worth, name: format }: FormatPath,
  edit: RuleEdit | null,
): readonly Contribution[] {
  if (!isMatched.before || worth.before === worth.edited) return [];
  const score = { format, from: worth.before, to: worth.edited };
  const about = { formats: [format], edit, scores: [score] };
  return [contribution('profile-scores-edited', score.to - score.from, about)];
}

/** The format as it is after, on the old file; then the profile of after; then the file of after. */
function keptFormat(question: OldFileQuestion): readonly Contribution[] {
  const { path, sight } = question;
  const { edit, isMatched, worth } = path;
  const formats = [path.name];
  const [was, is] = [Number(isMatched.before), Number(isMatched.after)];
  const onOldFile = matchesOldFile(question);
  if (onOldFile === null)
    return [contribution('unexplained', is * worth.after - was * worth.edited, { formats })];
  const between = Number(onOldFile);
  const found: Contribution[] = [];
  if (between !== was)
    found.push(contribution('format-edited', (between - was) * worth.edited, { formats, edit }));
  if (onOldFile && worth.edited !== worth.after)
    found.push(contribution('profile-reassigned', worth.after - worth.edited, { formats }));
  if (is !== between) found.push(fileContribution(sight, (is - between) * worth.after, formats));
  return found;
}

function fileContribution(sight: Sight, points: number, formats: readonly string[]): Contribution {
  switch (sight.kind) {
    case 'file-replaced':
      return contribution('file-replaced', points, { formats });
    case 'attributes-edited':
      return contribution('attributes-edited', points, { formats, attributes: sight.attributes });
    case 'unchanged':
      return contribution('unexplained', points, { formats });
  }
}
