import type { FilesBehind } from '../../model/files-behind.ts';
import type { Condition } from '../../model/filter/filter.ts';
import { formatFilter } from '../../model/filter/format-filter.ts';
import { quotedValue } from '../../model/filter/read-parts.ts';
import { instanceKey } from '../../model/instance.ts';
import type { LibraryFile } from '../../model/library.ts';
import type { IndexedFile } from './indexed-file.ts';

/** `field = value` */
export function is(field: string, value: string | number): Condition {
  return { field, operator: '=', value: String(value) };
}

/** `field < value`, and its like. */
export function compared(field: string, operator: Condition['operator'], value: number): Condition {
  return { field, operator, value: String(value) };
}

/** The files that fulfil conditions, as a figure leads to them. @param count  how many there are */
export function behind(conditions: readonly Condition[], count: number): FilesBehind {
  return { filter: formatFilter({ conditions }), count };
}

/** One single file; as `formatFilter` would write it, for there are many. */
export function behindFile({ service, instance: name, fileId }: LibraryFile): FilesBehind {
  return {
    filter: `instance = ${quotedValue(instanceKey({ service, name }))} and file = ${fileId}`,
    count: 1,
  };
}

/** What is in a slot today; null when it is empty. */
export function behindSlot(indexed: IndexedFile | null): FilesBehind | null {
  return indexed === null ? null : behindFile(indexed.file);
}

/** Without regard to what a filter takes for equal: case, and composed or decomposed letters. */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/**
 * The condition that finds things by name where no other has that name for a filter, otherwise by number.
 *
 * @param names  of all there are, this one included
 */
export function isNamed(
  field: string,
  { name, id }: { readonly name: string; readonly id: number },
  names: readonly string[],
): Condition {
  const sharing = names.filter((other) => folded(other) === folded(name));
  return sharing.length > 1 ? is(`${field}-id`, id) : is(field, name);
}
