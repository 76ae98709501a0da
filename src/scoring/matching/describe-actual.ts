import type { Specification } from '../../model/custom-format.ts';
import type { Service } from '../../model/service.ts';
import { attributeWord } from '../attribute-numbers.ts';
import { numberField } from '../spec-fields.ts';
import type { FormatInput } from './format-input.ts';

type Describe = (input: FormatInput, about: { service: Service; specification: Specification }) => string;

const describers: Readonly<Record<string, Describe>> = {
  LanguageSpecification: ({ languages }) => languages?.map(({ name }) => name).join(', ') ?? 'no languages',
  IndexerFlagSpecification: ({ indexerFlags }) => `flags ${indexerFlags}`,
  SourceSpecification: ({ source }, about) => word(about, source),
  ResolutionSpecification: ({ resolution }) => `${resolution}p`,
  QualityModifierSpecification: ({ modifier }, about) => word(about, modifier),
  ReleaseTypeSpecification: ({ releaseType }, about) => word(about, releaseType),
  SizeSpecification: ({ sizeBytes }) => `${(sizeBytes / 1024 ** 3).toFixed(2)} GiB`,
  YearSpecification: ({ year }) => String(year),
};

/** What a condition looks at, as a person reads it; empty for patterns, whose texts speak for themselves. */
export function describeActual(specification: Specification, input: FormatInput, service: Service): string {
  return describers[specification.implementation]?.(input, { service, specification }) ?? '';
}

const kindNames: Readonly<Record<string, string>> = {
  ReleaseTitleSpecification: 'title',
  EditionSpecification: 'edition',
  ReleaseGroupSpecification: 'group',
  LanguageSpecification: 'language',
  IndexerFlagSpecification: 'indexer flag',
  SourceSpecification: 'source',
  ResolutionSpecification: 'resolution',
  QualityModifierSpecification: 'quality modifier',
  ReleaseTypeSpecification: 'release type',
  SizeSpecification: 'size',
  YearSpecification: 'year',
};

/** A kind of condition as a person reads it: `quality modifier`. */
export function kindName(implementation: string): string {
  return kindNames[implementation] ?? implementation;
}

/** What a condition asks for: `remux`, `1080p`, `not French`, a pattern. Negation included. */
export function describeWanted(specification: Specification, service: Service): string {
  const { implementation, isNegated, name } = specification;
  const wanted = wants[implementation]?.(specification, service) ?? name;
  return isNegated ? `not ${wanted}` : wanted;
}

const pattern = ({ fields }: Specification): string => String(fields['value'] ?? '');
const attribute = (specification: Specification, service: Service): string =>
  attributeWord(service, specification.implementation, numberField(specification, 'value') ?? 0);
const range = ({ fields }: Specification): string => `${fields['min'] ?? 0} to ${fields['max'] ?? 0}`;

const wants: Readonly<Record<string, (specification: Specification, service: Service) => string>> = {
  ReleaseTitleSpecification: pattern,
  EditionSpecification: pattern,
  ReleaseGroupSpecification: pattern,
  SourceSpecification: attribute,
  ResolutionSpecification: (specification) => `${numberField(specification, 'value') ?? 0}p`,
  QualityModifierSpecification: attribute,
  ReleaseTypeSpecification: attribute,
  SizeSpecification: (specification) => `${range(specification)} GiB`,
  YearSpecification: range,
};

function word({ service, specification }: Parameters<Describe>[1], number: number): string {
  return attributeWord(service, specification.implementation, number);
}
