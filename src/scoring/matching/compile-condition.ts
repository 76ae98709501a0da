import type { Specification } from '../../model/custom-format.ts';
import { numberField, sizeLimits, textField, yearLimits } from '../spec-fields.ts';
import { type CompileContext, type Condition, claim, unanswerable } from './condition.ts';
import type { FormatInput } from './format-input.ts';
import { languageCondition } from './language-condition.ts';
import type { AskedTexts } from './pattern-asker.ts';

type Compile = (specification: Specification, context: CompileContext) => Condition;

/** Every kind of condition that a service has. Source: servarr.md 5.4. */
const both: Readonly<Record<string, Compile>> = {
  ReleaseTitleSpecification: onTexts('title', 'fileName'),
  ReleaseGroupSpecification: onTexts('releaseGroup'),
  LanguageSpecification: languageCondition,
  IndexerFlagSpecification: indexerFlag,
  SourceSpecification: equal('source'),
  ResolutionSpecification: equal('resolution'),
  SizeSpecification: size,
};

const kinds: Readonly<Record<CompileContext['service'], Readonly<Record<string, Compile>>>> = {
  radarr: {
    ...both,
    EditionSpecification: onTexts('edition'),
    QualityModifierSpecification: equal('modifier'),
    YearSpecification: year,
  },
  sonarr: { ...both, ReleaseTypeSpecification: equal('releaseType') },
};

/** Makes a condition ready. A kind that the service does not have as far as we know can only be answered by it. */
export function compileCondition(specification: Specification, context: CompileContext): Condition {
  const { implementation } = specification;
  const compile = kinds[context.service][implementation];
  if (compile === undefined) return unanswerable(specification, { kind: 'unknown-kind', implementation });
  return compile(specification, context);
}

function onTexts(...texts: AskedTexts): Compile {
  return (specification, { asker }) => {
    const question = asker.question(textField(specification, 'value') ?? '', texts);
    const { isNegated } = specification;
    return {
      specification,
      holds: (probe) => {
        const raw = question.ask(probe);
        return raw === null ? null : raw !== isNegated;
      },
      problem: question.problem,
      pattern: { question, texts },
    };
  };
}

function equal(name: 'source' | 'resolution' | 'modifier' | 'releaseType'): Compile {
  return (specification) => {
    const value = numberField(specification, 'value') ?? 0;
    return claim(specification, ({ input }) => input[name] === value);
  };
}

/** All of the bits must be set. */
function indexerFlag(specification: Specification): Condition {
  const value = numberField(specification, 'value') ?? 0;
  return claim(specification, ({ input }) => (input.indexerFlags & value) === value);
}

/** The lower end is outside, the upper inside. */
function size(specification: Specification): Condition {
  const [min, max] = sizeLimits(specification);
  return claim(specification, ({ input: { sizeBytes } }) => sizeBytes > min && sizeBytes <= max);
}

/** Both ends are inside. */
function year(specification: Specification): Condition {
  const [min, max] = yearLimits(specification);
  const isWithin = ({ year }: FormatInput): boolean => year >= min && year <= max;
  return claim(specification, ({ input }) => isWithin(input));
}
