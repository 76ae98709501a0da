import type { Specification } from '../../model/custom-format.ts';
import { compilePattern } from '../../scoring/pattern/compile-pattern.ts';
import { describeRefusal } from '../../scoring/pattern/describe-refusal.ts';
import { parsePattern } from '../../scoring/pattern/parse-pattern.ts';
import type { FormatFault } from './format-fault.ts';
import { canRunAway } from './run-away.ts';

/** The kinds whose `value` is a pattern. Source: servarr.md 5.4. */
const patternKinds: ReadonlySet<string> = new Set([
  'ReleaseTitleSpecification',
  'ReleaseGroupSpecification',
  'EditionSpecification',
]);

/** What is wrong with a condition's pattern, if it has one. */
export function lintPattern(specification: Specification): readonly FormatFault[] {
  const { implementation, fields, name } = specification;
  const source = fields['value'];
  if (!patternKinds.has(implementation) || typeof source !== 'string') return [];
  return [...evaluation(name, source), ...exclusion(specification, source)];
}

function evaluation(name: string, source: string): readonly FormatFault[] {
  const compiled = compilePattern(source);
  if (compiled.kind === 'refused') {
    return [
      {
        severity: 'high',
        title: 'A pattern the server refuses',
        why: `In the pattern of “${name}”, ${describeRefusal(source, compiled)}. Every list that needs it fails.`,
        mend: 'Mend the pattern at that place.',
      },
    ];
  }
  if (compiled.kind === 'cannot-evaluate') {
    return [
      {
        severity: 'low',
        title: 'A pattern only the server can evaluate',
        why: `The pattern of “${name}” has a ${compiled.construct} at character ${compiled.at + 1}: what it would do elsewhere cannot be told.`,
        mend: 'Write it without, if you want it explained and simulated.',
      },
    ];
  }
  if (!canRunAway(parsePattern(source).root)) return [];
  return [
    {
      severity: 'medium',
      title: 'A pattern that can run away',
      why: `The pattern of “${name}” repeats without end what repeats by itself: some names take seconds, and the servers set no limit.`,
      mend: 'Make something between the rounds required, or repeat only once.',
    },
  ];
}

/** Looks ahead, or behind, for something anywhere in the text that must not be there. */
const anywhere = /\(\?<?!(?:\.[*+]|\(\?:\.[*+])/;

/** Source: servarr.md 5.4, 1: a title condition holds when either of two texts matches. */
function exclusion(
  { implementation, isNegated, name }: Specification,
  source: string,
): readonly FormatFault[] {
  if (implementation !== 'ReleaseTitleSpecification' || isNegated || !anywhere.test(source)) return [];
  return [
    {
      severity: 'medium',
      title: 'An exclusion that the second text defeats',
      why: `“${name}” holds where the release name or the file name lacks the word: one of the two is enough.`,
      mend: 'Write a condition for the word itself, and negate it.',
    },
  ];
}
