import type { Fault, FaultEffect } from './fault.ts';
import { createChance, type RandomFaults } from './random-faults.ts';
import { loopMark } from './redirect-faults.ts';

/** What goes wrong with each request, in the order in which they come. */
export interface FaultPlan {
  /** null: nothing. */
  readonly next: (target: string) => FaultEffect | null;
  /** One more fault; its matching requests are counted from now on. */
  readonly add: (fault: Fault) => void;
}

/** The first fault that matches strikes; chance comes last. */
export function createFaultPlan(faults: readonly Fault[], random: RandomFaults | null): FaultPlan {
  const planned = faults.map(countingMatch);
  const chance = random === null ? () => null : createChance(random);
  return {
    next: (target) => {
      if (target.includes(loopMark)) return { kind: 'redirect', to: 'loop' };
      const struck = planned.map((strikes) => strikes(target)).find((fault) => fault !== null);
      return struck ?? chance(target);
    },
    add: (fault) => planned.push(countingMatch(fault)),
  };
}

function countingMatch(fault: Fault): (target: string) => Fault | null {
  const { path = '', from = 1, count = 1 } = fault.on ?? {};
  const pattern = new RegExp(path);
  let matches = 0;
  return (target) => {
    if (!pattern.test(target)) return null;
    matches += 1;
    const isStruck = matches >= from && (count === null || matches < from + count);
    return isStruck ? fault : null;
  };
}
