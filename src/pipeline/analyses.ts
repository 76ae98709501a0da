import type { Analysis } from '../analysis/analysis.ts';
import * as analysisModules from '../analysis/index.ts';
import { pages } from '../model/report.ts';

/** Every analysis, in the order of the pages and of their places on them. */
export const analyses: readonly Analysis[] = Object.values(analysisModules).toSorted(
  (a, b) => pages.indexOf(a.page) - pages.indexOf(b.page) || a.place - b.place,
);

/** What `analyze` takes. */
export const analysisNames: readonly string[] = analyses.map(({ name }) => name);
