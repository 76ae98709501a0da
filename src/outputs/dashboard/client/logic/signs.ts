import type { CutoffLabel } from '../../../../model/cutoff-state.ts';
import { messages } from './messages.ts';

/** How a state looks: its word, its sign, the class that colours the sign. */
export interface Sign {
  readonly word: string;
  /** `i-st-met` */
  readonly icon: string;
  /** `met`: `s-met` colours a sign, `b-met` a bar. */
  readonly tone: 'met' | 'format' | 'quality' | 'below' | 'off';
  readonly meaning: string;
}

/** The five states, by label. */
export const signs: Readonly<Record<CutoffLabel, Sign>> = {
  closed: { word: messages.stateMet, icon: 'st-met', tone: 'met', meaning: messages.meansMet },
  'format open': {
    word: messages.stateFormat,
    icon: 'st-format',
    tone: 'format',
    meaning: messages.meansFormat,
  },
  'quality open': {
    word: messages.stateQuality,
    icon: 'st-quality',
    tone: 'quality',
    meaning: messages.meansQuality,
  },
  'below minimum': {
    word: messages.stateBelow,
    icon: 'st-below',
    tone: 'below',
    meaning: messages.meansBelow,
  },
  'upgrades off': { word: messages.stateOff, icon: 'st-off', tone: 'off', meaning: messages.meansOff },
};
