import type { Service } from '../../model/service.ts';
import { describeWanted, kindName } from '../matching/describe-actual.ts';
import { type ConditionEvidence, type FormatEvidence, matchedText } from '../matching/evidence.ts';
import type { NearMiss } from '../matching/near-misses.ts';
import type { Telling } from './card.ts';

/** Why a format matches, by the condition that tells most: a pattern that found something, else any that holds. */
export function tellingMatch({ groups }: FormatEvidence, service: Service): Telling {
  const holding = groups.flatMap(({ conditions }) => conditions.filter(({ holds }) => holds === true));
  const [best] = holding.toSorted((a, b) => weight(b) - weight(a));
  if (best === undefined) return { wanted: 'no condition', found: 'matches everything' };
  const { specification } = best;
  const isPattern = best.texts.length > 0;
  return {
    wanted: isPattern ? describeWanted(specification, service) : kindName(specification.implementation),
    found: isPattern ? foundText(best) : best.actual,
  };
}

/** Why a format does not match, by the conditions that keep it from matching. */
export function tellingMiss({ group, conditions }: NearMiss, service: Service): Telling {
  const kind = kindName(group.implementation);
  const wanted = conditions.map(({ specification }) => describeWanted(specification, service)).join(' or ');
  const [first] = conditions;
  const found = first === undefined ? null : first.texts.map(matchedText).find((text) => text !== null);
  if (typeof found === 'string') return { wanted, found: `${kind} has "${found}"` };
  return { wanted, found: `${kind} ${first === undefined ? 'differs' : actualText(first)}` };
}

function weight({ specification, texts }: ConditionEvidence): number {
  if (texts.length === 0) return specification.isNegated ? 0 : 1;
  return specification.isNegated ? 0 : 2;
}

function foundText({ texts }: ConditionEvidence): string {
  const found = texts.map(matchedText).find((text) => text !== null);
  return found === undefined ? 'found nothing' : `matched "${found}"`;
}

/** Titles are long and stand above; a group or an edition is worth saying. */
function actualText({ specification, texts, actual }: ConditionEvidence): string {
  if (texts.length === 0) return `is ${actual}`;
  if (specification.implementation === 'ReleaseTitleSpecification') return 'does not have it';
  const [text] = texts;
  return `is ${text?.text === null || text?.text === '' ? 'empty' : text?.text}`;
}
