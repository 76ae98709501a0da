import type { CustomFormat, Specification } from '../../src/model/custom-format.ts';
import type { FormatInput } from '../../src/scoring/matching/format-input.ts';
import { timed } from './measure-scoring.ts';

/** Milliseconds of the same question by plain `RegExp.test` calls that stop as soon as a format is decided. */
export function matchBare(formats: readonly CustomFormat[], inputs: readonly FormatInput[]): number {
  const bare = formats.map(({ specifications }) => {
    const groups = Map.groupBy(specifications, ({ implementation }) => implementation);
    return [...groups.values()]
      .map((group) => group.map(bareCondition))
      .map(deciding)
      .toSorted((a, b) => weightOf(a) - weightOf(b));
  });
  const work = (some: readonly FormatInput[]): number => {
    let matched = 0;
    for (const input of some) {
      for (const groups of bare) matched += Number(groups.every((group) => bareGroup(group, input)));
    }
    return matched;
  };
  work(inputs.slice(0, 500));
  return timed(() => work(inputs));
}

interface Bare {
  readonly isRequired: boolean;
  readonly isPattern: boolean;
  readonly holds: (input: FormatInput) => boolean;
}

function bareCondition({ implementation, fields, isNegated, isRequired }: Specification): Bare {
  const value = fields['value'] ?? null;
  const raw = rawTest(implementation, String(value));
  return {
    isRequired,
    isPattern: implementation === 'ReleaseTitleSpecification',
    holds: (input) => raw(input) !== isNegated,
  };
}

function rawTest(implementation: string, value: string): (input: FormatInput) => boolean {
  if (implementation === 'ReleaseTitleSpecification') {
    const pattern = bareRegExp(value);
    return ({ title, fileName }) =>
      pattern.test(title ?? '') || (fileName !== title && pattern.test(fileName ?? ''));
  }
  if (implementation === 'ReleaseGroupSpecification') {
    const pattern = bareRegExp(value);
    return ({ releaseGroup }) => releaseGroup !== null && pattern.test(releaseGroup);
  }
  if (implementation === 'SourceSpecification') return ({ source }) => source === Number(value);
  if (implementation === 'ResolutionSpecification') return ({ resolution }) => resolution === Number(value);
  return ({ modifier }) => modifier === Number(value);
}

function bareRegExp(source: string): RegExp {
  try {
    return new RegExp(source, 'i');
  } catch {
    return /(?!)/;
  }
}

/** Where any is required the others decide nothing; found out once, not for each input. */
function deciding(group: readonly Bare[]): readonly Bare[] {
  const required = group.filter(({ isRequired }) => isRequired);
  return required.length > 0 ? required : group;
}

function bareGroup(group: readonly Bare[], input: FormatInput): boolean {
  return group[0]?.isRequired === true
    ? group.every(({ holds }) => holds(input))
    : group.some(({ holds }) => holds(input));
}

function weightOf(group: readonly Bare[]): number {
  return Number(group.some(({ isPattern }) => isPattern));
}
