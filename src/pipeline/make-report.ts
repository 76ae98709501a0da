import type { Analysis } from '../analysis/analysis.ts';
import { indexLibrary } from '../analysis/shared/library-index.ts';
import type { Library } from '../model/library.ts';
import type { Report } from '../model/report.ts';
import { analyses } from './analyses.ts';

/** What a report is about. */
export interface ReportQuestion {
  /** Names of analyses; null is all of them. */
  readonly names: readonly string[] | null;
  readonly now: Date;
  /** From when on changes are told. */
  readonly since: Date;
  /** The library holds only a part of the files of its profiles. */
  readonly isNarrowed: boolean;
}

/** Asks every analysis about a library, which is gone through once for all of them. */
export function makeReport(library: Library, { names, ...question }: ReportQuestion): Report {
  const index = indexLibrary(library, question);
  const asked = analyses.filter(({ name }) => names === null || names.includes(name));
  const sections = asked.map(({ name, title, subtitle, page, run }: Analysis) => ({
    name,
    title,
    subtitle,
    page,
    ...run(index),
  }));
  return { library: index.library, generatedAt: question.now, sections };
}
