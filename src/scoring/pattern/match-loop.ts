import { type CharSet, has } from './char-set.ts';
import type { Build, Step } from './match-step.ts';
import type { LoopNode } from './syntax-node.ts';

/** The step of a loop. */
export function matchLoop(loop: LoopNode, next: Step, how: Build): Step {
  if (loop.body.kind !== 'set') return matchRounds(loop, next, how);
  const run: SetRun = { min: loop.min, max: loop.max, set: loop.body.set };
  return loop.isLazy ? matchFewest(run, next, how) : matchMost(run, next, how);
}

/** A loop over characters of one set. */
type SetRun = { readonly min: number; readonly max: number; readonly set: CharSet };

/** As many as there are, then fewer and fewer. */
function matchMost({ min, max, set }: SetRun, next: Step, { run, direction }: Build): Step {
  const { pace, look } = direction;
  return (at) => {
    let here = at;
    let count = 0;
    while (count < max && has(set, run.text.charCodeAt(here + look))) {
      here += pace;
      count += 1;
    }
    for (; count >= min; count -= 1) {
      const end = next(here);
      if (end >= 0) return end;
      here -= pace;
    }
    return -1;
  };
}

/** As few as will do, then more and more. */
function matchFewest({ min, max, set }: SetRun, next: Step, { run, direction }: Build): Step {
  const { pace, look } = direction;
  return (at) => {
    let here = at;
    for (let count = 0; ; count += 1) {
      const end = count < min ? -1 : next(here);
      const isOver = end >= 0 || count >= max || !has(set, run.text.charCodeAt(here + look));
      if (isOver) return end;
      here += pace;
    }
  };
}

/** One way round a loop: how many there were, this one included, and where it began. */
type Round = { readonly count: number; readonly from: number };

/** Any body. A round that takes nothing ends the loop, once there were enough. */
function matchRounds({ body, min, max, isLazy }: LoopNode, next: Step, how: Build): Step {
  let round: Round = { count: 0, from: -1 };
  const goRound = (at: number, count: number): number => {
    const before = round;
    round = { count, from: at };
    const end = inside(at);
    round = before;
    return end;
  };
  const roundFirst = (at: number, count: number): number => {
    const end = goRound(at, count + 1);
    return end >= 0 ? end : next(at);
  };
  const nextFirst = (at: number, count: number): number => {
    const end = next(at);
    return end >= 0 ? end : goRound(at, count + 1);
  };
  const goOn = isLazy ? nextFirst : roundFirst;
  const decide = (at: number, { count, from }: Round): number => {
    if (count < min) return goRound(at, count + 1);
    return count >= max || at === from ? next(at) : goOn(at, count);
  };
  const inside = how.build(body, (at) => decide(at, round), how);
  return (at) => decide(at, { count: 0, from: -1 });
}
