import type { Service } from '../../model/service.ts';
import { findMatch } from '../pattern/find-match.ts';
import { type CompiledFormat, type ConditionGroup, formatMatches, groupHolds } from './compiled-format.ts';
import type { Condition } from './condition.ts';
import { describeActual } from './describe-actual.ts';
import type { ConditionEvidence, FormatEvidence, GroupEvidence, TextEvidence } from './evidence.ts';
import type { FormatInput } from './format-input.ts';
import type { FormatMatcher } from './format-matcher.ts';
import { type Probe, toProbe } from './probe.ts';

/**
 * Why each format matches an input, or does not, in the order of the formats: every condition is tried, also those
 * that decide nothing. Call it under a guard: a pattern may run for ever.
 */
export function explainFormats(
  { formats }: FormatMatcher,
  input: FormatInput,
  service: Service,
): readonly FormatEvidence[] {
  const probe = toProbe(input);
  return formats.map((compiled) => explainFormat(compiled, { probe, service }));
}

interface Looked {
  readonly probe: Probe;
  readonly service: Service;
}

function explainFormat(compiled: CompiledFormat, looked: Looked): FormatEvidence {
  return {
    format: compiled.format,
    matches: formatMatches(compiled, looked.probe),
    groups: compiled.groups.map((group) => explainGroup(group, looked)),
  };
}

function explainGroup(group: ConditionGroup, looked: Looked): GroupEvidence {
  return {
    implementation: group.implementation,
    holds: groupHolds(group, looked.probe),
    conditions: group.conditions.map((condition) => explainCondition(condition, looked)),
  };
}

function explainCondition(condition: Condition, { probe, service }: Looked): ConditionEvidence {
  const { specification, holds, problem } = condition;
  const answer = holds(probe);
  return {
    specification,
    holds: answer,
    actual: describeActual(specification, probe.input, service),
    texts: answer === null ? [] : textsOf(condition, probe),
    problem: answer === null ? problem() : null,
  };
}

function textsOf({ pattern }: Condition, probe: Probe): readonly TextEvidence[] {
  if (pattern === null) return [];
  const { compiled } = pattern.question;
  return pattern.texts
    .filter((name) => name !== undefined)
    .map((name) => {
      const subject = probe.subjects[name];
      const isAsked = compiled.kind === 'ready' && compiled.pattern.source.trim() !== '';
      const match = subject !== null && isAsked ? findMatch(compiled.pattern, subject) : null;
      return { name, text: subject?.text ?? null, match };
    });
}
