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
  const found = conditions.flatMap(({ texts }) => texts.map(matchedText)).find((text) => text !== null);
  if (found !== undefined) return { wanted, found: `${kind} has "${found}"` };
  return { wanted, found: `${kind} ${[...new Set(conditions.map(actualText))].join(' and ')}` };
}

function weight({ specification, texts }: ConditionEvidence): number {
  if (specification.isNegated) return 0;
  return texts.length > 0 ? 2 : 1;
}

function foundText({ texts }: ConditionEvidence): string {
  const found = texts.map(matchedText).find((text) => text !== null);
  return found === undefined ? 'found nothing' : `matched "${found}"`;
}

/** Titles are long and stand above; a group or an edition is worth saying. */
function actualText({ specification, texts, actual }: ConditionEvidence): string {
  if (texts.length === 0) return `is ${actual}`;
  if (specification.implementation === 'ReleaseTitleSpecification') return 'does not have it';
  const said = texts.map(({ text }) => text ?? '').join('');
  return `is ${said === '' ? 'empty' : said}`;
}
