import { itemKey } from '../../model/changes/slots-of.ts';
import { type CutoffLabel, cutoffLabel, cutoffLabels } from '../../model/cutoff-state.ts';
import { cutoffState } from '../../scoring/cutoff-state.ts';
import { isQualityAllowed } from '../../scoring/decision/quality-order.ts';
import { type Group, groupsBy } from '../shared/groups-by.ts';
import { type IndexedFile, type ProfileGroup, pointsOfHits } from '../shared/indexed-file.ts';
import type { LibraryIndex } from '../shared/library-index.ts';

/** An item that another profile would be content with, as it is. */
export interface Fit {
  readonly from: ProfileGroup;
  readonly to: ProfileGroup;
  readonly itemKey: string;
  readonly files: readonly IndexedFile[];
  /** The worst of its files, under both profiles. */
  readonly label: CutoffLabel;
  readonly weakest: IndexedFile;
  readonly scoreThere: number;
}

/** Items whose files are not all closed, and would be under another profile of their server; each with every such profile. */
export function findFits({ groups }: LibraryIndex): readonly Fit[] {
  return groups.flatMap((from) => {
    const others = groups.filter((to) => to !== from && to.isInRules && to.instanceKey === from.instanceKey);
    const items = groupsBy(from.files, ({ file }) => String(file.item.id));
    return items.flatMap((item) => fitsOf(from, item, others));
  });
}

function fitsOf(
  from: ProfileGroup,
  { first, members: files }: Group<IndexedFile>,
  others: readonly ProfileGroup[],
): readonly Fit[] {
  const weakest = files.reduce((worst, file) => (byNeed(file, worst) < 0 ? file : worst), first);
  if (weakest.label === 'closed' || !weakest.state.upgradesAllowed) return [];
  const key = itemKey(weakest.file.item, weakest.file.service);
  return others
    .filter((to) => files.every((indexed) => isClosedIn(to, indexed)))
    .map((to) => ({
      from,
      to,
      itemKey: key,
      files,
      label: weakest.label,
      weakest,
      scoreThere: scoreIn(to, weakest),
    }));
}

function byNeed(a: IndexedFile, b: IndexedFile): number {
  return (
    cutoffLabels.indexOf(a.label) - cutoffLabels.indexOf(b.label) ||
    a.file.score - b.file.score ||
    a.file.fileId - b.file.fileId
  );
}

function isClosedIn(to: ProfileGroup, indexed: IndexedFile): boolean {
  const { quality } = indexed.file;
  if (!isQualityAllowed(to.profile, quality)) return false;
  return cutoffLabel(cutoffState(to.profile, { quality, score: scoreIn(to, indexed) })) === 'closed';
}

/** What the file's formats are worth there. */
function scoreIn(to: ProfileGroup, { file }: IndexedFile): number {
  return pointsOfHits(to, file.formats);
}
