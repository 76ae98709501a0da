import type { Specification } from '../../model/custom-format.ts';
import { claimField, numberField } from '../spec-fields.ts';
import { type CompileContext, type Condition, claim, unanswerable } from './condition.ts';
import type { FormatInput } from './format-input.ts';

const original = -2;
const any = -1;

/**
 * A condition on languages. Without a list of languages it never holds, negated or not; with an empty one a negated
 * one does. Sonarr has no language "any" and fails on it. Source: servarr.md 5.4.3.
 */
export function languageCondition(specification: Specification, { service }: CompileContext): Condition {
  const id = numberField(specification, 'value') ?? 0;
  if (service === 'sonarr' && id === any) {
    return unanswerable(specification, { kind: 'unknown-language', id });
  }
  const isExcept = claimField(specification, 'exceptLanguage');
  const found = (input: FormatInput): boolean | undefined => {
    const wanted = wantedId(id, input);
    return input.languages?.some((language) => (language.id === wanted) !== isExcept);
  };
  const { isNegated } = specification;
  const negated = { ...specification, isNegated: false };
  return {
    ...claim(negated, ({ input }) => {
      const raw = found(input);
      return raw !== undefined && raw !== isNegated;
    }),
    specification,
  };
}

/** The original language stands for itself only when the server knows it; else for an id that no file has. */
function wantedId(id: number, { originalLanguage }: FormatInput): number {
  const isKnown = originalLanguage !== null && originalLanguage.id !== 0;
  return id === original && isKnown ? originalLanguage.id : id;
}
