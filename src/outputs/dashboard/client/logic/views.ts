import { texts } from './messages.ts';

/** A view with a name: its filter. */
export interface View {
  readonly name: string;
  readonly filter: string;
}

/** The views that every reader has. Near: at most 100 points, or a tenth, below the cutoff. */
export const builtInViews: readonly View[] = [
  { name: texts.builtInViews.below, filter: 'state = "below minimum"' },
  { name: texts.builtInViews.negative, filter: 'score < 0' },
  { name: texts.builtInViews.near, filter: 'state = "format open" and quality-open = no' },
  { name: texts.builtInViews.unmonitored, filter: 'monitored = no and below-minimum = yes' },
];
