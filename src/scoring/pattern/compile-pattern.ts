import { buildMatcher } from './build-matcher.ts';
import { parsePattern } from './parse-pattern.ts';
import type { CompiledPattern, Pattern } from './pattern.ts';
import { NestingError, PatternError } from './pattern-error.ts';
import { standInsFor } from './stand-ins.ts';
import type { SyntaxNode } from './syntax-node.ts';
import { toRegExp } from './to-regexp.ts';

/**
 * Reads a pattern as the servers' .NET does: `new Regex(source, RegexOptions.IgnoreCase)` in the invariant culture.
 *
 * Throws: never. Source: servarr.md 5.4, 5.6; held against .NET itself, see docs/patterns.md.
 */
export function compilePattern(source: string): CompiledPattern {
  try {
    const { root, unsupported } = parsePattern(source);
    if (unsupported !== null) return { kind: 'cannot-evaluate', ...unsupported };
    return { kind: 'ready', pattern: toPattern(source, root) };
  } catch (error) {
    if (error instanceof PatternError) return { kind: 'refused', problem: error.problem, at: error.at };
    if (error instanceof NestingError) {
      return { kind: 'cannot-evaluate', construct: 'nesting too deep', at: error.at };
    }
    throw error;
  }
}

function toPattern(source: string, root: SyntaxNode): Pattern {
  return {
    source,
    fast: toRegExp(root),
    exact: once(() => buildMatcher(root)),
    standIns: once(() => standInsFor(root)),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
