import { has } from './char-set.ts';
import type { Build, Step } from './match-step.ts';
import type { LoopNode, SyntaxNode } from './syntax-node.ts';

/** The step of a loop. */
export function matchLoop(loop: LoopNode, next: Step, how: Build): Step {
  const { body } = loop;
  if (body.kind !== 'set') return matchRounds(loop, next, how);
  return loop.isLazy ? matchFewest(loop, body, { next, how }) : matchMost(loop, body, { next, how });
}

type SetNode = SyntaxNode & { readonly kind: 'set' };
type Rest = { readonly next: Step; readonly how: Build };

/** Characters of one set, as many as there are, then fewer and fewer. */
function matchMost({ min, max }: LoopNode, { set }: SetNode, { next, how }: Rest): Step {
  const { run, isBackward } = how;
  return (at) => {
    const { text } = run;
    const room = Math.min(max, isBackward ? at : text.length - at);
    let count = 0;
    while (count < room && has(set, text.charCodeAt(isBackward ? at - count - 1 : at + count))) count += 1;
    for (; count >= min; count -= 1) {
      const end = next(isBackward ? at - count : at + count);
      if (end >= 0) return end;
    }
    return -1;
  };
}

/** Characters of one set, as few as will do, then more and more. */
function matchFewest({ min, max }: LoopNode, { set }: SetNode, { next, how }: Rest): Step {
  const { run, isBackward } = how;
  return (at) => {
    const { text } = run;
    const room = Math.min(max, isBackward ? at : text.length - at);
    for (let count = 0; count <= room; count += 1) {
      const end = count < min ? -1 : next(isBackward ? at - count : at + count);
      if (end >= 0) return end;
      if (!has(set, text.charCodeAt(isBackward ? at - count - 1 : at + count))) return -1;
    }
    return -1;
  };
}

/** Any body. An iteration that takes nothing ends the loop, once there were enough. */
function matchRounds({ body, min, max, isLazy }: LoopNode, next: Step, how: Build): Step {
  let round = { count: 0, from: -1 };
  const goRound = (at: number, count: number): number => {
    const before = round;
    round = { count, from: at };
    const end = once(at);
    round = before;
    return end;
  };
  const goOn = (at: number, { count, from }: { readonly count: number; readonly from: number }): number => {
    if (count < min) return goRound(at, count + 1);
    if (count >= max || at === from) return next(at);
    const end = isLazy ? next(at) : goRound(at, count + 1);
    if (end >= 0) return end;
    return isLazy ? goRound(at, count + 1) : next(at);
  };
  const once = how.build(body, (at) => goOn(at, round), how);
  return (at) => goOn(at, { count: 0, from: -1 });
}
