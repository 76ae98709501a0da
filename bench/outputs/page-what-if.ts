import type { Benchmark } from '../benchmark.ts';
import { untilPainted } from './painted.ts';
import { atRest, measurePage } from './with-page.ts';

const sums = `document.querySelector('.wsum').textContent`;

/** Whether a slider can be dragged: one other cutoff for a sixth of the files. */
export const pageWhatIf: Benchmark = {
  name: 'page-what-if',
  what: 'that dashboard: one what-if change, until figures, pictures and lists are painted',
  unit: 'ms',
  mustReach: 100,
  aim: null,
  measure: (say) =>
    measurePage(
      {
        unit: 'ms',
        hash: '#profiles',
        of: async (page) => {
          await page.getByLabel('Cutoff, exact').fill('777');
          return atRest(page, untilPainted('document.activeElement.blur()', sums));
        },
        detail: 'another cutoff for 16,667 files',
      },
      say,
    ),
};
