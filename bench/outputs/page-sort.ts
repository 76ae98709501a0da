import type { Benchmark } from '../benchmark.ts';
import { untilPainted } from './painted.ts';
import { atRest, measurePage } from './with-page.ts';

const firstRow = `document.querySelector('.files tbody tr:not(.spacer)').textContent`;
const scoreHead = `[...document.querySelectorAll('.files .sort')].find((head) => head.textContent === 'Score')`;

/** Whether sorting feels like nothing: the first click on a head. */
export const pageSort: Benchmark = {
  name: 'page-sort',
  what: 'that dashboard: 100,000 files sorted by score, until it is painted',
  unit: 'ms',
  mustReach: 100,
  aim: null,
  measure: (say) =>
    measurePage(
      {
        unit: 'ms',
        hash: '#files',
        of: (page) => atRest(page, untilPainted(`${scoreHead}.click()`, firstRow)),
        detail: 'the first click',
      },
      say,
    ),
};
