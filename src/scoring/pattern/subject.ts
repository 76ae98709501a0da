import { foreignKindOf } from './foreign-kinds.ts';
import type { Pattern } from './pattern.ts';
import { noStandIn } from './stand-ins.ts';

/** A text to ask patterns about, looked through once for all of them. */
export type Subject = {
  readonly text: string;
  /** ASCII without line breaks. */
  readonly isPlain: boolean;
  /** The indexes in `foreignKinds` of the kinds that occur. */
  readonly kinds: readonly number[];
  /** The text with each foreign character replaced, by the characters put for the kinds that occur. */
  readonly plainForms: Map<string, string>;
};

/** Looks a text through. Costs about as much as asking one pattern. */
export function toSubject(text: string): Subject {
  const isPlain = !foreign.test(text);
  const kinds = isPlain ? [] : [...new Set(text.replace(plainCharacters, '').split('').map(kindOf))];
  return { text, isPlain, kinds, plainForms: new Map() };
}

/** The subject as a plain text that the pattern cannot tell from it; null when there is none. */
export function plainForm(subject: Subject, pattern: Pattern): string | null {
  if (subject.isPlain) return subject.text;
  const standIns = pattern.standIns();
  let key = '';
  for (const kind of subject.kinds) key += standIns.charAt(kind);
  if (key.includes(noStandIn)) return null;
  const known = subject.plainForms.get(key);
  if (known !== undefined) return known;
  const form = subject.text.replace(eachForeign, (one) => standIns.charAt(kindOf(one)));
  subject.plainForms.set(key, form);
  return form;
}

const foreign = /[^\0-\x09\x0b\x0c\x0e-\x7f]/;
const eachForeign = new RegExp(foreign, 'g');
const plainCharacters = /[\0-\x09\x0b\x0c\x0e-\x7f]+/g;

function kindOf(character: string): number {
  return foreignKindOf(character.charCodeAt(0));
}
