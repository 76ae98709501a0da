/** What a server would still accept for a file: four facts. Source: servarr.md 6.2, 6.5. */
export interface CutoffState {
  /** The score is below the profile's minimum: offered today, the file would be refused. */
  readonly belowMinimum: boolean;
  /** Open: a better quality is still wanted. */
  readonly quality: 'open' | 'met';
  /** Open: the score is below the format cutoff. */
  readonly format: 'open' | 'met';
  readonly upgradesAllowed: boolean;
}

/** Every label, in the order in which the first that fits is taken. */
export const cutoffLabels = [
  'upgrades off',
  'below minimum',
  'quality open',
  'format open',
  'closed',
] as const;

/** One word for four facts; `closed`: only a better revision of the same quality would be taken. */
export type CutoffLabel = (typeof cutoffLabels)[number];

/** The same five in the order in which they are drawn: best first, what is left alone last. */
export const shownLabels: readonly CutoffLabel[] = [
  'closed',
  'format open',
  'quality open',
  'below minimum',
  'upgrades off',
];

/** The one label of a state. */
export function cutoffLabel({ belowMinimum, quality, format, upgradesAllowed }: CutoffState): CutoffLabel {
  if (!upgradesAllowed) return 'upgrades off';
  if (belowMinimum) return 'below minimum';
  if (quality === 'open') return 'quality open';
  return format === 'open' ? 'format open' : 'closed';
}

/** Whether the server would still take something better than a revision. Source: servarr.md 6.6. */
export function isUpgradable({ quality, format, upgradesAllowed }: CutoffState): boolean {
  return upgradesAllowed && (quality === 'open' || format === 'open');
}
