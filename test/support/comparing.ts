import type { JudgeState } from '../../src/model/changes/comparison.ts';
import type { Slot } from '../../src/model/slot.ts';

/** The slot of a movie. */
export function aSlot(only: Partial<Slot> = {}): Slot {
  const instance = { service: 'radarr', name: 'main' } as const;
  return { instance, itemKey: 'tmdb:19', episode: null, title: 'Metropolis', year: 1927, ...only };
}

/** The state by score alone; the quality counts as good enough. */
export const stateOf: JudgeState = (profile, _quality, score) => ({
  belowMinimum: score < profile.minFormatScore,
  quality: 'met',
  format: score < profile.cutoffFormatScore ? 'open' : 'met',
  upgradesAllowed: profile.upgradeAllowed,
});
