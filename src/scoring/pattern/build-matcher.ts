import { foldCase } from './case-equivalents.ts';
import { has } from './char-set.ts';
import { innerNodes } from './inner-nodes.ts';
import { matchAnchor } from './match-anchor.ts';
import { matchLoop } from './match-loop.ts';
import type { Build, Run, Step } from './match-step.ts';
import type { Matcher } from './matcher.ts';
import { referencedGroups } from './references.ts';
import type { SyntaxNode } from './syntax-node.ts';

/**
 * A matcher that goes through a text as .NET does: backtracking, unit by unit, groups keeping what they took.
 *
 * Each node becomes a step that knows what comes after it; see `Step`.
 */
export function buildMatcher(root: SyntaxNode): Matcher {
  const groups = [...referencedGroups(innerNodes(root))];
  const run: Run = { text: '', taken: groups.map(() => null) };
  const first = build(root, (at) => at, { run, groups, isBackward: false, build });
  return (text) => {
    run.text = text;
    for (let start = 0; start <= text.length; start += 1) {
      run.taken.fill(null);
      const end = first(start);
      if (end >= 0) return { start, end };
    }
    return null;
  };
}

function build(node: SyntaxNode, next: Step, how: Build): Step {
  switch (node.kind) {
    case 'set':
      return matchSet(node, next, how);
    case 'sequence': {
      const parts = how.isBackward ? node.parts : node.parts.toReversed();
      return parts.reduce((after, part) => build(part, after, how), next);
    }
    case 'choice':
      return matchChoice(node.options.map((option) => build(option, next, how)));
    case 'loop':
      return matchLoop(node, next, how);
    case 'capture':
      return matchCapture(node, next, how);
    case 'look':
      return matchLook(node, next, how);
    case 'atomic':
      return matchAtomic(node, next, how);
    case 'anchor':
      return matchAnchor(node.anchor, next, how.run);
    default:
      return matchReference(node, next, how);
  }
}

function matchSet({ set }: SyntaxNode & { kind: 'set' }, next: Step, { run, isBackward }: Build): Step {
  if (isBackward) return (at) => (at > 0 && has(set, run.text.charCodeAt(at - 1)) ? next(at - 1) : -1);
  return (at) => (at < run.text.length && has(set, run.text.charCodeAt(at)) ? next(at + 1) : -1);
}

function matchChoice(options: readonly Step[]): Step {
  return (at) => {
    for (const option of options) {
      const end = option(at);
      if (end >= 0) return end;
    }
    return -1;
  };
}

function matchCapture({ group, body }: SyntaxNode & { kind: 'capture' }, next: Step, how: Build): Step {
  const { run } = how;
  const index = how.groups.indexOf(group);
  if (index < 0) return build(body, next, how);
  let opened = 0;
  const close: Step = (at) => {
    const before = run.taken[index] ?? null;
    run.taken[index] = [Math.min(opened, at), Math.max(opened, at)];
    const end = next(at);
    if (end < 0) run.taken[index] = before;
    return end;
  };
  const inside = build(body, close, how);
  return (at) => {
    const before = opened;
    opened = at;
    const end = inside(at);
    opened = before;
    return end;
  };
}

function matchLook(node: SyntaxNode & { kind: 'look' }, next: Step, how: Build): Step {
  const { run } = how;
  const inside = build(node.body, (at) => at, { ...how, isBackward: node.isBehind });
  return (at) => {
    const before = [...run.taken];
    const isThere = inside(at) >= 0;
    if (node.isNegative) run.taken.splice(0, before.length, ...before);
    const end = isThere === node.isNegative ? -1 : next(at);
    if (end < 0) run.taken.splice(0, before.length, ...before);
    return end;
  };
}

function matchAtomic({ body }: SyntaxNode & { kind: 'atomic' }, next: Step, how: Build): Step {
  const { run } = how;
  const inside = build(body, (at) => at, how);
  return (at) => {
    const before = [...run.taken];
    const reached = inside(at);
    const end = reached < 0 ? -1 : next(reached);
    if (end < 0) run.taken.splice(0, before.length, ...before);
    return end;
  };
}

function matchReference(node: SyntaxNode & { kind: 'reference' }, next: Step, how: Build): Step {
  const { run, isBackward } = how;
  const index = how.groups.indexOf(node.group);
  const isEqual = node.ignoresCase
    ? (left: number, right: number): boolean => foldCase(left) === foldCase(right)
    : (left: number, right: number): boolean => left === right;
  return (at) => {
    const [from, to] = run.taken[index] ?? [0, -1];
    const start = isBackward ? at - (to - from) : at;
    const end = start + (to - from);
    if (to < from || start < 0 || end > run.text.length) return -1;
    for (let offset = 0; offset < to - from; offset += 1) {
      if (!isEqual(run.text.charCodeAt(from + offset), run.text.charCodeAt(start + offset))) return -1;
    }
    return next(isBackward ? start : end);
  };
}
