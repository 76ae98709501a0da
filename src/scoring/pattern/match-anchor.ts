import { has } from './char-set.ts';
import type { Run, Step } from './match-step.ts';
import { boundarySet } from './named-sets.ts';
import type { Anchor } from './syntax-node.ts';

const lineFeed = 10;

/** The step of an anchor: goes on where it holds. */
export function matchAnchor(anchor: Anchor, next: Step, run: Run): Step {
  const holds = tests[anchor];
  return (at) => (holds(run.text, at) ? next(at) : -1);
}

const tests: Readonly<Record<Anchor, (text: string, at: number) => boolean>> = {
  start: (_, at) => at === 0,
  'line start': (text, at) => at === 0 || text.charCodeAt(at - 1) === lineFeed,
  end: (text, at) => at === text.length,
  'end or last line feed': (text, at) =>
    at === text.length || (at === text.length - 1 && text.charCodeAt(at) === lineFeed),
  'line end': (text, at) => at === text.length || text.charCodeAt(at) === lineFeed,
  boundary: isBoundary,
  'no boundary': (text, at) => !isBoundary(text, at),
};

function isBoundary(text: string, at: number): boolean {
  const word = boundarySet();
  const isBefore = at > 0 && has(word, text.charCodeAt(at - 1));
  const isAfter = at < text.length && has(word, text.charCodeAt(at));
  return isBefore !== isAfter;
}
