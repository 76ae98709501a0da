import type { CustomFormat } from '../../model/custom-format.ts';
import type { FormatHit } from '../../model/media-file.ts';
import type { IndexedFile, ProfileGroup } from '../shared/indexed-file.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { presentReplacements } from '../shared/present-replacements.ts';
import type { Replacement } from '../shared/replacement.ts';
import { associations } from './association.ts';
import { isDecisive, type Replaced, replacedBy } from './decisive.ts';

/** What one format does in one profile. */
export interface FormatUse {
  readonly group: ProfileGroup;
  readonly format: Pick<CustomFormat, 'id' | 'name'>;
  /** What it gives there. */
  readonly points: number;
  /** Files of the profile that match. */
  readonly files: number;
  /** Of those, the ones that would be in another state, or would not have been taken, without it. */
  readonly decisive: number;
  /** Files of the whole instance that match, whatever their profile. */
  readonly filesOfInstance: number;
  readonly inHistory: number;
  /** Other points of files with it, less those without; null where there are too few of either. */
  readonly association: number | null;
}

interface Tally {
  files: number;
  decisive: number;
}

/** Every format in every profile that has files, where it matches or is worth something. */
export function findUses(index: LibraryIndex): readonly FormatUse[] {
  const replaced = presentReplacements(index);
  const used = index.groups.filter(({ files }) => files.length > 0);
  const tallies = new Map(used.map((group) => [group, tallyOf(group, index, replaced)]));
  const totals = totalsOf(tallies);
  return [...tallies].flatMap(([group, own]) => {
    const found = associations(group);
    return formatsOf(group, own).map((format) => ({
      group,
      format,
      points: group.points.get(format.id) ?? 0,
      files: own.get(format.id)?.files ?? 0,
      decisive: own.get(format.id)?.decisive ?? 0,
      filesOfInstance: totals.get(`${group.instanceKey} ${format.id}`) ?? 0,
      inHistory: index.seen().inHistory(group.instanceKey, format.id),
      association: found.get(format.id) ?? null,
    }));
  });
}

function tallyOf(
  group: ProfileGroup,
  index: LibraryIndex,
  replaced: ReadonlyMap<IndexedFile, readonly Replacement[]>,
): ReadonlyMap<number, Tally> {
  const tallies = new Map<number, Tally>();
  const judged = { group, history: index.history() };
  for (const indexed of group.files) {
    addFile(tallies, indexed, replacedBy(indexed, replaced.get(indexed) ?? [], judged));
  }
  return tallies;
}

function addFile(tallies: Map<number, Tally>, indexed: IndexedFile, replaced: readonly Replaced[]): void {
  for (const hit of indexed.file.formats) {
    const tally = tallyAt(tallies, hit.id);
    tally.files += 1;
    if (isDecisive(hit, indexed, replaced)) tally.decisive += 1;
  }
}

function tallyAt(tallies: Map<number, Tally>, formatId: number): Tally {
  const known = tallies.get(formatId);
  if (known !== undefined) return known;
  const made = { files: 0, decisive: 0 };
  tallies.set(formatId, made);
  return made;
}

function totalsOf(
  tallies: ReadonlyMap<ProfileGroup, ReadonlyMap<number, Tally>>,
): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const [{ instanceKey }, own] of tallies) {
    for (const [id, { files }] of own) {
      const key = `${instanceKey} ${id}`;
      totals.set(key, (totals.get(key) ?? 0) + files);
    }
  }
  return totals;
}

/** The formats of the rules, then those that only files know. */
function formatsOf(
  { instance, points, files }: ProfileGroup,
  tallies: ReadonlyMap<number, Tally>,
): readonly FormatUse['format'][] {
  const known = instance.rules.formats.filter(({ id }) => tallies.has(id) || (points.get(id) ?? 0) !== 0);
  const knownIds = new Set(instance.rules.formats.map(({ id }) => id));
  const lost = new Map<number, FormatUse['format']>();
  for (const { file } of files) addUnknown(lost, file.formats, knownIds);
  return [...known, ...lost.values()];
}

function addUnknown(
  found: Map<number, FormatUse['format']>,
  hits: readonly FormatHit[],
  knownIds: ReadonlySet<number>,
): void {
  for (const hit of hits) if (!knownIds.has(hit.id)) found.set(hit.id, hit);
}
