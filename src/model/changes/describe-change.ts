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

/**
 * Formats that came and went with a file or its attributes, with what each is worth: `came: HDR 500`, `went: IMAX 800`.
 * None where only rules were edited: then the causes name the formats. Formats without points are left out.
 */
export function describeFormatsMoved(
  { before, after, causes }: Change,
  write: (score: number) => string,
): readonly string[] {
  const isOfFile = causes.some(({ kind }) => kind === 'file-replaced' || kind === 'attributes-edited');
  if (before === null || after === null || !isOfFile) return [];
  const missingIn = ({ formats: there }: FileState, { formats }: FileState): readonly string[] =>
    formats
      .filter(({ id, score }) => score !== 0 && !there.some((other) => other.id === id))
      .map(({ name, score }) => `${name} ${write(score)}`);
  const told = [
    { word: 'came', formats: missingIn(before, after) },
    { word: 'went', formats: missingIn(after, before) },
  ];
  return told.flatMap(({ word, formats }) =>
    formats.length === 0 ? [] : [`${word}: ${formats.join(', ')}`],
  );
}

/** `upgrade in quality and size, downgrade in score`; a file imported again may be equal in all. */
function describeReplacement(replacement: Replacement): string {
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
