import { type Subject, toSubject } from '../pattern/subject.ts';
import type { FormatInput } from './format-input.ts';

/** The texts that patterns are tried on. */
export type TextName = 'title' | 'fileName' | 'edition' | 'releaseGroup';

/** An input made ready for all conditions at once: each text is looked through once. */
export interface Probe {
  readonly input: FormatInput;
  readonly subjects: Readonly<Record<TextName, Subject | null>>;
  /** The group in lower case when it is plain ASCII, for conditions that only list names; else null. */
  readonly plainGroup: string | null;
}

/** Makes an input ready. */
export function toProbe(input: FormatInput): Probe {
  const title = subjectOf(input.title);
  const fileName = input.fileName === input.title ? title : subjectOf(input.fileName);
  const releaseGroup = subjectOf(input.releaseGroup);
  return {
    input,
    subjects: { title, fileName, edition: subjectOf(input.edition), releaseGroup },
    plainGroup: releaseGroup?.kinds.length === 0 ? releaseGroup.text.toLowerCase() : null,
  };
}

function subjectOf(text: string | null): Subject | null {
  return text === null ? null : toSubject(text);
}
