import type { CustomFormat } from '../../model/custom-format.ts';
import { compileCondition } from './compile-condition.ts';
import type { CompileContext, Condition } from './condition.ts';
import type { Probe } from './probe.ts';

/** A format made ready to be tried on one input after the other. */
export interface CompiledFormat {
  readonly format: CustomFormat;
  /** One for each kind of condition, cheap kinds first. */
  readonly groups: readonly ConditionGroup[];
}

/** The conditions of one kind. */
export interface ConditionGroup {
  readonly implementation: string;
  readonly conditions: readonly Condition[];
  /** Those of them that must hold. */
  readonly required: readonly Condition[];
}

/** Makes a format ready. Source: servarr.md 5.3. */
export function compileFormat(format: CustomFormat, context: CompileContext): CompiledFormat {
  const conditions = format.specifications.map((one) => compileCondition(one, context));
  const groups = Map.groupBy(conditions, ({ specification }) => specification.implementation);
  return {
    format,
    groups: [...groups].map(groupOf).toSorted((a, b) => cost(a) - cost(b)),
  };
}

function groupOf([implementation, conditions]: readonly [string, readonly Condition[]]): ConditionGroup {
  const required = conditions.filter(({ specification }) => specification.isRequired);
  return { implementation, conditions, required };
}

/**
 * Whether a format matches: every group must hold. null when nobody but the server can tell, which is so only where
 * what is known does not decide. Source: servarr.md 5.3.
 */
export function formatMatches({ groups }: CompiledFormat, probe: Probe): boolean | null {
  let answer: boolean | null = true;
  for (const group of groups) {
    const one = groupHolds(group, probe);
    if (one === false) return false;
    if (one === null) answer = null;
  }
  return answer;
}

/**
 * Whether a group holds: no required condition fails, and one condition holds at all. So where any is required, the
 * others decide nothing. Source: servarr.md 5.3.
 */
export function groupHolds({ conditions, required }: ConditionGroup, probe: Probe): boolean | null {
  return required.length > 0 ? every(required, probe) : some(conditions, probe);
}

function every(conditions: readonly Condition[], probe: Probe): boolean | null {
  let answer: boolean | null = true;
  for (const { holds } of conditions) {
    const one = holds(probe);
    if (one === false) return false;
    if (one === null) answer = null;
  }
  return answer;
}

function some(conditions: readonly Condition[], probe: Probe): boolean | null {
  let answer: boolean | null = false;
  for (const { holds } of conditions) {
    const one = holds(probe);
    if (one === true) return true;
    if (one === null) answer = null;
  }
  return answer;
}

/** Patterns on the title last: there are the most of them, and they take the longest. */
function cost({ conditions }: ConditionGroup): number {
  return Math.max(...conditions.map(({ pattern }) => pattern?.texts.length ?? 0));
}
