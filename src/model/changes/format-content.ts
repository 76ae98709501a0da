import type { CustomFormat, Specification } from '../custom-format.ts';
import { type AttributeName, attributeNames } from './attributes.ts';

/**
 * Whether two formats match the same files: the same conditions, in any order, whatever they are called.
 *
 * A field that is false or empty counts as absent: a newer server writes out what an older one left away.
 */
export function isSameContent(a: CustomFormat, b: CustomFormat): boolean {
  // Mostly no rule was edited, and both are one object: a long timeline takes a tenth less time.
  return a === b || contentOf(a) === contentOf(b);
}

function contentOf({ specifications }: CustomFormat): string {
  return JSON.stringify(specifications.map(conditionOf).sort());
}

function conditionOf({ implementation, isNegated, isRequired, fields }: Specification): string {
  const said = Object.entries(fields).filter(([, value]) => value !== null && value !== false);
  return JSON.stringify([implementation, isNegated, isRequired, said.sort(([a], [b]) => (a < b ? -1 : 1))]);
}

const names = ['file name', 'release name', 'original name'] as const;

/** What each kind of condition looks at. Source: servarr.md 5.4. A year is never known of a file (5.4.9). */
const looks: Readonly<Record<string, readonly AttributeName[]>> = {
  ReleaseTitleSpecification: names,
  EditionSpecification: ['edition'],
  LanguageSpecification: ['languages', 'original language'],
  IndexerFlagSpecification: ['indexer flags'],
  SourceSpecification: ['quality'],
  ResolutionSpecification: ['quality'],
  QualityModifierSpecification: ['quality'],
  SizeSpecification: ['size'],
  YearSpecification: [],
  ReleaseGroupSpecification: ['release group'],
  ReleaseTypeSpecification: ['release type'],
};

/** Attributes that can decide whether the format matches; all, where a condition is of a kind we do not know. */
export function attributesSeenBy({ specifications }: CustomFormat): ReadonlySet<AttributeName> {
  return new Set(specifications.flatMap(({ implementation }) => looks[implementation] ?? attributeNames));
}
