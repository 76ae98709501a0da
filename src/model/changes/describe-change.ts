import type { Change, FileState, Replacement } from '../change.ts';
import { type AttributeEdit, qualityText } from './attributes.ts';

/** How a size is written. */
export type WriteSize = (bytes: number) => string;

/** What happened to a slot's file, in words, one thing a line; none where only its score moved. */
export function describeChange(change: Change, write: WriteSize): readonly string[] {
  const { kind, before, after, replacement, attributes } = change;
  if (replacement !== null && before !== null && after !== null) {
    const files = `${describeFile(before, write)} → ${describeFile(after, write)}`;
    return [`replaced: ${describeReplacement(replacement)}`, files];
  }
  const file = after ?? before;
  if (file !== null && (kind === 'new' || kind === 'gone')) return [`${kind}: ${describeFile(file, write)}`];
  return attributes.flatMap((edit) => describeAttribute(edit, write));
}

/** `upgrade in quality and size, downgrade in score`; a file imported again may be equal in all. */
export function describeReplacement(replacement: Replacement): string {
  const told = (['upgrade', 'downgrade'] as const).flatMap((direction) => {
    const what = (['quality', 'revision', 'score', 'size'] as const).filter(
      (name) => replacement[name] === direction,
    );
    return what.length === 0 ? [] : [`${direction} in ${listed(what)}`];
  });
  return told.length === 0 ? 'by an equal file' : told.join(', ');
}

function describeFile({ quality, sizeBytes, releaseGroup }: FileState, write: WriteSize): string {
  const group = releaseGroup === null || releaseGroup === '' ? '' : `, ${releaseGroup}`;
  return `${qualityText(quality)}, ${write(sizeBytes)}${group}`;
}

function describeAttribute({ name, from, to }: AttributeEdit, write: WriteSize): readonly string[] {
  const shown = (text: string | null): string => {
    if (text === null || text === '') return 'none';
    return name === 'size' ? write(Number(text)) : text;
  };
  if (name === 'file name') return [`renamed: ${shown(from)}`, `      to ${shown(to)}`];
  return [`${name} edited: ${shown(from)} → ${shown(to)}`];
}

/** `a`, `a and b`, `a, b and c` */
function listed(words: readonly string[]): string {
  const [last = '', ...others] = words.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
}
