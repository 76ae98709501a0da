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
}

/** Makes a format ready. Source: servarr.md 5.3. */
export function compileFormat(format: CustomFormat, context: CompileContext): CompiledFormat {
  const conditions = format.specifications.map((one) => compileCondition(one, context));
  const groups = Map.groupBy(conditions, ({ specification }) => specification.implementation);
  return {
    format,
    groups: [...groups]
      .map(([implementation, conditions]) => ({ implementation, conditions }))
      .toSorted((a, b) => cost(a) - cost(b)),
  };
}

/**
 * Whether a format matches: every group must hold. null when nobody but the server can tell, which is so only where
 * what is known does not decide. Source: servarr.md 5.3.
 */
export function formatMatches({ groups }: CompiledFormat, probe: Probe): boolean | null {
  let answer: boolean | null = true;
  for (const group of groups) {
    const holds = groupHolds(group, probe);
    if (holds === false) return false;
    if (holds === null) answer = null;
  }
  return answer;
}

/** Whether a group holds: no required condition fails, and one holds at all. Source: servarr.md 5.3. */
export function groupHolds({ conditions }: ConditionGroup, probe: Probe): boolean | null {
  let some: boolean | null = false;
  let isSure = true;
  for (const { specification, holds } of conditions) {
    if (some === true && !specification.isRequired) continue;
    const answer = holds(probe);
    if (answer === false && specification.isRequired) return false;
    if (answer === null && specification.isRequired) isSure = false;
    if (answer !== false && some !== true) some = answer;
  }
  return some === true && !isSure ? null : some;
}

/** Patterns on the title last: there are the most of them, and they take the longest. */
function cost({ conditions }: ConditionGroup): number {
  return conditions[0]?.pattern === null ? 0 : Number(conditions[0]?.pattern.texts.length);
}
