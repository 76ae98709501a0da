import { type CutoffState, cutoffLabel, isUpgradable, shownLabels } from '../cutoff-state.ts';
import type { MediaFile } from '../media-file.ts';
import { choiceField, type FilterField, flagField } from './filter-field.ts';

/**
 * What a filter can ask of a file's cutoff state: the label, and the four facts behind it.
 *
 * @param stateOf  the servers' rules, which are not known here
 */
export function stateFields(stateOf: (file: MediaFile) => CutoffState): readonly FilterField<MediaFile>[] {
  return [
    choiceField('state', shownLabels, (file) => cutoffLabel(stateOf(file))),
    flagField('upgradable', (file) => isUpgradable(stateOf(file))),
    flagField('below-minimum', (file) => stateOf(file).belowMinimum),
    flagField('quality-open', (file) => stateOf(file).quality === 'open'),
    flagField('format-open', (file) => stateOf(file).format === 'open'),
    flagField('upgrades-allowed', (file) => stateOf(file).upgradesAllowed),
  ];
}
