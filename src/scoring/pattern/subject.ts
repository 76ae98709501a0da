import { foreignKindOf } from './foreign-kinds.ts';
import type { Pattern } from './pattern.ts';
import { noStandIn } from './stand-ins.ts';

/** A text to ask patterns about, looked through once for all of them. */
export type Subject = {
  readonly text: string;
  /** The indexes in `foreignKinds` of the kinds that occur; none: the text is plain, ASCII without line breaks. */
  readonly kinds: readonly number[];
  /** The text with each foreign character replaced, by the characters put for the kinds that occur. */
  readonly plainForms: Map<string, string>;
};

/** Looks a text through. Costs about as much as asking one pattern. */
export function toSubject(text: string): Subject {
  const kinds = new Set<number>();
  for (let at = 0; at < text.length; at += 1) {
    const kind = foreignKindOf(text.charCodeAt(at));
    if (kind >= 0) kinds.add(kind);
  }
  return { text, kinds: [...kinds], plainForms: new Map() };
}

/** The subject as a plain text that the pattern cannot tell from it; null when there is none. */
export function plainForm(subject: Subject, pattern: Pattern): string | null {
  if (subject.kinds.length === 0) return subject.text;
  const standIns = pattern.standIns();
  let key = '';
  for (const kind of subject.kinds) key += standIns.charAt(kind);
  if (key.includes(noStandIn)) return null;
  const known = subject.plainForms.get(key);
  if (known !== undefined) return known;
  const form = replaceForeign(subject.text, standIns);
  subject.plainForms.set(key, form);
  return form;
}

function replaceForeign(text: string, standIns: string): string {
  let form = '';
  for (let at = 0; at < text.length; at += 1) {
    const kind = foreignKindOf(text.charCodeAt(at));
    form += kind < 0 ? text.charAt(at) : standIns.charAt(kind);
  }
  return form;
}
