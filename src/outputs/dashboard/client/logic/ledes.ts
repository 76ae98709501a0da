import type { Page } from '../../../../model/report.ts';
import { messages } from './messages.ts';
import type { Numbers } from './numbers.ts';
import type { PageModel } from './page-model.ts';
import { headlinesOf } from './page-plan.ts';

/** A page's first line in true figures. @param isStale then it is told in the past */
export function ledeOf(page: Page, model: PageModel, { numbers, isStale }: LedeOptions): string {
  if (page !== 'overview') return headlinesOf(page, model.report.sections);
  const met = model.labels.filter((label) => label === 'closed').length;
  const below = model.labels.filter((label) => label === 'below minimum').length;
  const [metText, all] = [numbers.count(met), numbers.count(model.files.length)];
  const { takenAt } = model.report.library;
  if (isStale && takenAt !== null) return messages.ledeStatesPast(metText, all, numbers.day(takenAt));
  return `${messages.ledeStates(metText, all)} ${messages.ledeOpen(numbers.count(model.upgradable), numbers.count(below))}`;
}

/** How the line is written. */
export interface LedeOptions {
  readonly numbers: Numbers;
  readonly isStale: boolean;
}
