import type { Change, RuleChange, RuleEdit } from '../../src/model/change.ts';
import type { Comparison, JudgeMatch, JudgeState } from '../../src/model/changes/comparison.ts';
import { createComparison } from '../../src/model/changes/create-comparison.ts';
import type { FileFacts } from '../../src/model/changes/file-facts.ts';
import type { HistoryEvent } from '../../src/model/history-event.ts';
import type { Rules } from '../../src/model/rules.ts';
import type { Slot } from '../../src/model/slot.ts';
import { aQuality } from './builders.ts';
import { factsIn, type World } from './worlds.ts';

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

/** The two moments of all comparisons here. */
export const moments: { readonly before: Date; readonly after: Date } = {
  before: new Date('2026-11-01T00:00:00Z'),
  after: new Date('2026-11-02T00:00:00Z'),
};

/** Compares the rules of two moments. */
export function comparing(before: Rules, after: Rules, matches: JudgeMatch | null = null): Comparison {
  return createComparison({
    instance: { service: 'radarr', name: 'main' },
    before: { at: moments.before, rules: before },
    after: { at: moments.after, rules: after },
    stateOf,
    matches,
  });
}

/** What happened to a movie between two worlds. */
export function changeBetween(before: World, after: World, matches: JudgeMatch | null = null): Change | null {
  return changeOfFacts([before.rules, factsIn(before)], [after.rules, factsIn(after)], matches);
}

/** What happened to a movie, of whose file the servers said this. */
export function changeOfFacts(
  [rulesBefore, before]: readonly [Rules, FileFacts | null],
  [rulesAfter, after]: readonly [Rules, FileFacts | null],
  matches: JudgeMatch | null = null,
): Change | null {
  return comparing(rulesBefore, rulesAfter, matches).change({ slot: aSlot(), before, after });
}

/** How the difference of two sets of rules is told. */
export function editsBetween(before: Rules, after: Rules): readonly RuleEdit[] {
  return comparing(before, after).edits;
}

/** What edits did to one movie after the other. */
export function effectsOn(pairs: readonly (readonly [World, World])[]): readonly RuleChange[] {
  const [first] = pairs;
  if (first === undefined) return [];
  const comparison = comparing(first[0].rules, first[1].rules);
  for (const [before, after] of pairs)
    comparison.count({ slot: aSlot(), before: factsIn(before), after: factsIn(after) });
  return comparison.ruleChanges();
}

/** A grab, a minute after the comparisons' first moment. */
export function anEvent(only: Partial<HistoryEvent> = {}): HistoryEvent {
  return {
    slot: aSlot(),
    at: new Date(moments.before.getTime() + 60_000),
    kind: 'grabbed',
    sourceTitle: 'Metropolis.1927.1080p.BluRay.x264-GROUP',
    quality: aQuality(),
    downloadId: null,
    fileId: null,
    sizeBytes: 1,
    releaseGroup: 'GROUP',
    scoreThen: null,
    scoreToday: 0,
    formatsToday: [],
    reason: null,
    ...only,
  };
}
