import type { Specification } from '../../model/custom-format.ts';
import type { Quality } from '../../model/quality.ts';
import type { Service } from '../../model/service.ts';
import { modifierNumber, sourceNumber } from '../attribute-numbers.ts';
import { literalNames } from '../literal-names.ts';
import { numberField, sizeLimits, textField, yearLimits } from '../spec-fields.ts';
import { type Truth, truthOf } from './truth.ts';

/** Something of which a release has exactly one: a quality, a release type, a size, a year, a group. */
export interface Dimension {
  /** The kinds of condition that look at it. */
  readonly implementations: readonly string[];
  /** For each value it can take: what is certain of a condition on it. */
  readonly values: readonly ((condition: Specification) => Truth)[];
}

/** What bounds the dimensions: the qualities a profile takes, and every condition on the others. */
export interface DimensionQuestion {
  readonly service: Service;
  readonly qualities: readonly Quality[];
  readonly conditions: readonly Specification[];
}

/** All dimensions of a release of this service. Sizes and years are cut where a condition begins or ends. */
export function dimensionsOf({ service, qualities, conditions }: DimensionQuestion): readonly Dimension[] {
  return [
    qualityDimension(service, qualities),
    releaseTypes,
    sizeDimension(conditions),
    yearDimension(conditions),
    groupDimension(conditions),
  ];
}

function qualityDimension(service: Service, qualities: readonly Quality[]): Dimension {
  const numbersOf = ({ source, resolution, modifier }: Quality): Readonly<Record<string, number>> => ({
    SourceSpecification: sourceNumber(service, source),
    ResolutionSpecification: resolution,
    QualityModifierSpecification: modifierNumber(modifier),
  });
  return {
    implementations: ['SourceSpecification', 'ResolutionSpecification', 'QualityModifierSpecification'],
    values: qualities
      .map(numbersOf)
      .map(
        (numbers) => (condition) =>
          truthOf(numbers[condition.implementation] === numberField(condition, 'value')),
      ),
  };
}

const releaseTypes: Dimension = {
  implementations: ['ReleaseTypeSpecification'],
  values: [0, 1, 2, 3].map((type) => (condition) => truthOf(numberField(condition, 'value') === type)),
};

function sizeDimension(conditions: readonly Specification[]): Dimension {
  const implementations = ['SizeSpecification'];
  const ends = of(implementations, conditions).flatMap(sizeLimits);
  return {
    implementations,
    values: distinct([0, ...ends, ...ends.map((end) => end + 1)]).map((size) => (condition) => {
      const [min, max] = sizeLimits(condition);
      return truthOf(size > min && size <= max);
    }),
  };
}

function yearDimension(conditions: readonly Specification[]): Dimension {
  const implementations = ['YearSpecification'];
  const ends = of(implementations, conditions).flatMap(yearLimits);
  return {
    implementations,
    values: distinct([0, ...ends, ...ends.map((end) => end + 1)]).map((year) => (condition) => {
      const [min, max] = yearLimits(condition);
      return truthOf(year >= min && year <= max);
    }),
  };
}

/** Every name that a condition lists, and one that none lists; what other patterns say of them stays open. */
function groupDimension(conditions: readonly Specification[]): Dimension {
  const implementations = ['ReleaseGroupSpecification'];
  const listed = of(implementations, conditions).flatMap((one) => namesIn(one) ?? []);
  return {
    implementations,
    values: distinct([null, ...listed]).map((name) => (condition) => {
      const names = namesIn(condition);
      return names === null ? 'either' : truthOf(name !== null && names.includes(name));
    }),
  };
}

function namesIn(condition: Specification): readonly string[] | null {
  return literalNames(textField(condition, 'value') ?? '');
}

function of(kinds: readonly string[], conditions: readonly Specification[]): readonly Specification[] {
  return conditions.filter(({ implementation }) => kinds.includes(implementation));
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
