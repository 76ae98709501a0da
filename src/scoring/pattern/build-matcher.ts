import { has } from './char-set.ts';
import { innerNodes } from './inner-nodes.ts';
import { matchAnchor } from './match-anchor.ts';
import { matchAtomic, matchCapture, matchLook, matchReference } from './match-group.ts';
import { matchLoop } from './match-loop.ts';
import { type Build, onward, type Run, type Step } from './match-step.ts';
import type { Matcher } from './matcher.ts';
import { referencedGroups } from './references.ts';
import type { SyntaxNode } from './syntax-node.ts';

/**
 * A matcher that goes through a text as .NET does: backtracking, unit by unit, groups keeping what they took.
 *
 * Each node becomes a step that knows what comes after it; see `Step`.
 */
export function buildMatcher(root: SyntaxNode): Matcher {
  const groups = referencedGroups(innerNodes(root));
  const none: Run['taken'] = new Map();
  const run: Run = { text: '', taken: none };
  const first = build(root, (at) => at, { run, groups, direction: onward, build });
  return (text) => {
    run.text = text;
    for (let start = 0; start <= text.length; start += 1) {
      run.taken = none;
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
      const lastFirst = how.direction === onward ? node.parts.toReversed() : node.parts;
      return lastFirst.reduce((after, part) => build(part, after, how), next);
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
    case 'reference':
      return matchReference(node, next, how);
  }
}

function matchSet(node: SyntaxNode & { readonly kind: 'set' }, next: Step, { run, direction }: Build): Step {
  const { set } = node;
  const { pace, look } = direction;
  return (at) => (has(set, run.text.charCodeAt(at + look)) ? next(at + pace) : -1);
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
