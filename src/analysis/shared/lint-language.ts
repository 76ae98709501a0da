import type { Specification } from '../../model/custom-format.ts';
import type { Service } from '../../model/service.ts';
import { claimField, numberField } from '../../scoring/spec-fields.ts';
import type { FormatFault } from './format-fault.ts';

/** The highest id each server knows; below 0 are its words for any and original. Source: servarr.md 11.3. */
const highestId: Readonly<Record<Service, number>> = { radarr: 57, sonarr: 52 };
const any = -1;
const original = -2;

/** What a condition on languages does that few expect. Source: servarr.md 5.4, 3. */
export function lintLanguage(specification: Specification, service: Service): readonly FormatFault[] {
  if (specification.implementation !== 'LanguageSpecification') return [];
  const { name, isNegated } = specification;
  const id = numberField(specification, 'value') ?? 0;
  if (!isKnown(id, service)) return [unknown(name, id)];
  const isExcept = claimField(specification, 'exceptLanguage');
  return [
    ...(id === any ? [anyLanguage(name, isExcept)] : []),
    ...(isExcept && isNegated ? [allEqual(name)] : []),
  ];
}

function isKnown(id: number, service: Service): boolean {
  if (id === any) return service === 'radarr';
  return id === original || (id >= 0 && id <= highestId[service]);
}

function unknown(name: string, id: number): FormatFault {
  return {
    severity: 'high',
    title: 'A language the server does not know',
    why: `“${name}” asks for language ${id}: the server fails for every file it would score.`,
    mend: 'Choose the language anew.',
  };
}

function anyLanguage(name: string, isExcept: boolean): FormatFault {
  return {
    severity: 'medium',
    title: 'Any language is taken at its word',
    why: `“${name}” asks for the language “Any”, which no file has: it ${isExcept ? 'always' : 'never'} holds.`,
    mend: 'Choose a language, or delete the condition.',
  };
}

function allEqual(name: string): FormatFault {
  return {
    severity: 'low',
    title: 'Nothing but one language',
    why: `“${name}” is “except” and negated: it holds where every language is that one, and where there is none.`,
    mend: 'Add a condition for the language itself, if files without a language should not match.',
  };
}
