import type { Benchmark } from '../benchmark.ts';
import { untilPainted } from './painted.ts';
import { atRest, measurePage } from './with-page.ts';

/** Whether filtering feels like nothing: a format, and a limit on the score. */
export const pageFilter: Benchmark = {
  name: 'page-filter',
  what: 'that dashboard: one filter over its 100,000 files, until it is painted',
  unit: 'ms',
  mustReach: 100,
  aim: null,
  measure: (say) =>
    measurePage(
      {
        unit: 'ms',
        hash: '#files',
        of: async (page) => {
          const filter = encodeURIComponent('format has "Format 3" and score >= 300');
          const act = `location.hash = '#files?filter=${filter}'`;
          return atRest(page, untilPainted(act, `document.querySelector('.tbar b').textContent`));
        },
        detail: 'format has "Format 3" and score >= 300',
      },
      say,
    ),
};
