import { type CutoffState, cutoffLabel, isUpgradable, shownLabels } from '../cutoff-state.ts';
import type { MediaFile } from '../media-file.ts';
import { choiceField, type FilterField, flagField } from './filter-field.ts';

/** What the servers' rules say of a file; they are not known here. */
export interface FileVerdicts {
  readonly stateOf: (file: MediaFile) => CutoffState;
  /** Whether its profile takes releases of its quality. */
  readonly isQualityAllowed: (file: MediaFile) => boolean;
}

/** What a filter can ask of a file's cutoff state: the label, the facts behind it, and whether its quality is taken. */
export function stateFields({ stateOf, isQualityAllowed }: FileVerdicts): readonly FilterField<MediaFile>[] {
  return [
    choiceField('state', shownLabels, (file) => cutoffLabel(stateOf(file))),
    flagField('upgradable', (file) => isUpgradable(stateOf(file))),
    flagField('below-minimum', (file) => stateOf(file).belowMinimum),
    flagField('quality-open', (file) => stateOf(file).quality === 'open'),
    flagField('format-open', (file) => stateOf(file).format === 'open'),
    flagField('upgrades-allowed', (file) => stateOf(file).upgradesAllowed),
    flagField('quality-allowed', isQualityAllowed),
  ];
}
