import type { Row, TableBlock } from '../../model/block.ts';
import type { Condition } from '../../model/filter/filter.ts';
import { barred, column, minor, row, table } from '../shared/blocks.ts';
import { statesOf } from '../shared/cells.ts';
import { behind, folded, is } from '../shared/conditions.ts';
import { type Group, groupsBy } from '../shared/groups-by.ts';
import type { IndexedFile } from '../shared/indexed-file.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { bytesOf, percentOf } from '../shared/sums.ts';

/** Some files under one name. */
interface Part {
  readonly label: string;
  readonly files: readonly IndexedFile[];
  readonly where: Condition;
}

/** How many files each instance has, in which states. */
export function instanceTable({ library, groups, unread }: LibraryIndex): TableBlock {
  const shown = library.instances.filter((instance) => !unread.some((one) => one.instance === instance));
  const parts = shown.flatMap((instance) => {
    const own = groups.filter((group) => group.instance === instance);
    return own.slice(0, 1).map(({ address, instanceKey }) => ({
      label: address,
      files: own.flatMap(({ files }) => files),
      where: is('instance', instanceKey),
    }));
  });
  return shareTable({ name: 'by-instance', title: 'By instance', head: 'Instance' }, parts);
}

/** How many files each quality has; the names are the same on all servers. */
export function qualityTable({ files }: LibraryIndex): TableBlock {
  const nameOf = ({ file }: IndexedFile): string => file.quality.name;
  const parts = namesakes(files, nameOf).map((own) => named(own, nameOf, 'quality'));
  return shareTable({ name: 'by-quality', title: 'By quality', head: 'Quality' }, bySize(parts));
}

/** How many files each release group has; names that differ in case only are one. */
export function groupTable({ files }: LibraryIndex): TableBlock {
  const nameOf = ({ file }: IndexedFile): string => file.releaseGroup ?? '';
  const parts = namesakes(files, nameOf).map((own) => named(own, nameOf, 'group'));
  return shareTable({ name: 'by-group', title: 'By release group', head: 'Group' }, bySize(parts));
}

/** Names that differ in case only are one; each spelling is folded once. */
function namesakes(
  files: readonly IndexedFile[],
  nameOf: (file: IndexedFile) => string,
): readonly Group<IndexedFile>[] {
  const spellings = new Map<string, string>();
  return groupsBy(files, (file) => {
    const name = nameOf(file);
    const known = spellings.get(name) ?? folded(name);
    spellings.set(name, known);
    return known;
  });
}

/** By the spelling that comes first in the alphabet, so that the order of the files does not matter. */
function named(
  { first, members }: Group<IndexedFile>,
  nameOf: (file: IndexedFile) => string,
  field: string,
): Part {
  const name = members.reduce((least, file) => (nameOf(file) < least ? nameOf(file) : least), nameOf(first));
  return { label: name === '' ? 'none' : name, files: members, where: is(field, name) };
}

function bySize(parts: readonly Part[]): readonly Part[] {
  return parts.toSorted((a, b) => b.files.length - a.files.length || Number(a.label > b.label) - 0.5);
}

function shareTable(
  { name, title, head }: { readonly name: string; readonly title: string; readonly head: string },
  parts: readonly Part[],
): TableBlock {
  const total = parts.reduce((sum, { files }) => sum + files.length, 0);
  const rowOf = ({ label, files, where }: Part): Row =>
    row(
      [label, files.length, percentOf(files.length, total), bytesOf(files), statesOf(files)],
      behind([where], files.length),
    );
  return table({
    name,
    title,
    columns: [
      column(head.toLowerCase(), head, 'text'),
      barred(column('files', 'Files', 'count')),
      column('share', 'Share', 'percent'),
      minor(column('size', 'Size', 'bytes')),
      minor(column('states', 'States', 'states')),
    ],
    rows: parts.map(rowOf),
    empty: 'No file was read',
  });
}
