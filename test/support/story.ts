import type { Change, RuleChange } from '../../src/model/change.ts';
import type { JudgeMatch, SlotPair } from '../../src/model/changes/comparison.ts';
import { createComparison } from '../../src/model/changes/create-comparison.ts';
import { type FileFacts, factsOf } from '../../src/model/changes/file-facts.ts';
import { slotsOf } from '../../src/model/changes/slots-of.ts';
import type { Rules } from '../../src/model/rules.ts';
import type { Service } from '../../src/model/service.ts';
import { type Slot, slotKey } from '../../src/model/slot.ts';
import { readInstances } from '../../src/pipeline/read-instances.ts';
import { stateOf } from './comparing.ts';
import { configured, noProxy } from './configured.ts';
import { testEffects } from './effects.ts';
import { aSimulator } from './simulated.ts';

/** A server after one step of its story, as its exporter read it. */
export interface StoryStep {
  readonly rules: Rules;
  readonly slots: ReadonlyMap<string, { readonly slot: Slot; readonly file: FileFacts }>;
}

/** What happened between two steps. */
export interface StoryChanges {
  readonly changes: readonly Change[];
  readonly ruleChanges: readonly RuleChange[];
}

/** Reads every step of the shipped story, first the beginning. */
export async function readStorySteps(service: Service): Promise<readonly StoryStep[]> {
  await using simulator = await aSimulator(service, { library: { kind: 'story' } });
  const instances = [configured(simulator.instance)];
  const steps: StoryStep[] = [];
  for (let step = 0; step < simulator.story.steps; step += 1) {
    simulator.story.goTo(step);
    using read = await readInstances({ instances, proxy: noProxy, tell: () => undefined }, testEffects());
    const [outcome] = read.outcomes;
    if (outcome?.ok !== true) throw new Error(`step ${step} was not read: ${JSON.stringify(outcome)}`);
    const files = (await Array.fromAsync(outcome.reading.files())).flat();
    const slots = files.flatMap((file) =>
      slotsOf(file, outcome.instance).map((slot) => [slotKey(slot), { slot, file: factsOf(file) }] as const),
    );
    steps.push({ rules: outcome.reading.rules, slots: new Map(slots) });
  }
  return steps;
}

/** Compares two steps; the whole library was read, so a slot that is not there after is gone. */
export function compareSteps(before: StoryStep, after: StoryStep, matches: JudgeMatch | null): StoryChanges {
  const comparison = createComparison({
    instance: { service: before.rules.service, name: 'main' },
    before: { at: new Date('2026-11-21T12:00:00Z'), rules: before.rules },
    after: { at: new Date('2026-11-22T12:00:00Z'), rules: after.rules },
    stateOf,
    matches,
  });
  const keys = new Set([...before.slots.keys(), ...after.slots.keys()]);
  const pairs = [...keys].flatMap((key): readonly SlotPair[] => {
    const [then, now] = [before.slots.get(key), after.slots.get(key)];
    const slot = now?.slot ?? then?.slot;
    return slot === undefined ? [] : [{ slot, before: then?.file ?? null, after: now?.file ?? null }];
  });
  for (const pair of pairs) comparison.count(pair);
  return {
    changes: pairs.flatMap((pair) => comparison.change(pair) ?? []),
    ruleChanges: comparison.ruleChanges(),
  };
}
