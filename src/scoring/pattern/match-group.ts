import { foldCase } from './case-equivalents.ts';
import { type Build, backward, onward, type Run, type Step, type Taken } from './match-step.ts';
import type { SyntaxNode } from './syntax-node.ts';

/** The step of a group: notes what it takes, if some reference asks for it. */
export function matchCapture(node: SyntaxNode & { readonly kind: 'capture' }, next: Step, how: Build): Step {
  const { run, build, groups } = how;
  if (!groups.has(node.group)) return build(node.body, next, how);
  let opened = 0;
  const close: Step = (at) => {
    const before = run.taken;
    run.taken = new Map(before).set(node.group, opened <= at ? [opened, at] : [at, opened]);
    return keepOrUndo(run, before, next(at));
  };
  const inside = build(node.body, close, how);
  return (at) => {
    const before = opened;
    opened = at;
    const end = inside(at);
    opened = before;
    return end;
  };
}

/** The step of a look ahead or behind: what groups take inside a positive one stays with them. */
export function matchLook(node: SyntaxNode & { readonly kind: 'look' }, next: Step, how: Build): Step {
  const { run } = how;
  const inside = how.build(node.body, stop, { ...how, direction: node.isBehind ? backward : onward });
  return (at) => {
    const before = run.taken;
    const isThere = inside(at) >= 0;
    return keepOrUndo(run, before, isThere === node.isNegative ? -1 : next(at));
  };
}

/** The step of an atomic group: its first way is its only one. */
export function matchAtomic(node: SyntaxNode & { readonly kind: 'atomic' }, next: Step, how: Build): Step {
  const { run } = how;
  const inside = how.build(node.body, stop, how);
  return (at) => {
    const before = run.taken;
    const reached = inside(at);
    return keepOrUndo(run, before, reached < 0 ? -1 : next(reached));
  };
}

/** The step of a reference: what the group took last, once more; never, when it took nothing yet. */
export function matchReference(
  node: SyntaxNode & { readonly kind: 'reference' },
  next: Step,
  { run, direction }: Build,
): Step {
  const key = node.ignoresCase ? foldCase : (code: number): number => code;
  return (at) => {
    const taken = run.taken.get(node.group);
    if (taken === undefined) return -1;
    const reached = at + direction.pace * (taken[1] - taken[0]);
    return isRepeated(run.text, { taken, start: Math.min(at, reached) }, key) ? next(reached) : -1;
  };
}

type Repeat = { readonly taken: Taken; readonly start: number };

function isRepeated(text: string, { taken, start }: Repeat, key: (code: number) => number): boolean {
  const [from, to] = taken;
  if (start < 0 || start + to - from > text.length) return false;
  for (let at = from; at < to; at += 1) {
    if (key(text.charCodeAt(at)) !== key(text.charCodeAt(start + at - from))) return false;
  }
  return true;
}

const stop: Step = (at) => at;

function keepOrUndo(run: Run, before: Run['taken'], end: number): number {
  if (end < 0) run.taken = before;
  return end;
}
