import { type Index, indexBy } from '../../lib/index-by.ts';
import { valueAt } from '../../lib/series.ts';
import { type InstanceName, instanceAddress, instanceKey } from '../../model/instance.ts';
import type { Library, LibraryInstance } from '../../model/library.ts';
import { type Ceiling, ceiling } from '../../scoring/ceiling/ceiling.ts';
import { findReplacements } from './find-replacements.ts';
import { type History, placeHistory } from './history.ts';
import type { IndexedFile, ProfileGroup } from './indexed-file.ts';
import { lazy } from './lazy.ts';
import { findPlaces, type Place } from './places.ts';
import { groupByProfile, indexFiles } from './profile-groups.ts';
import type { Replacement } from './replacement.ts';
import { collectSeen, type Seen } from './seen.ts';

/** What an analysis is asked about besides the library. */
export interface Question {
  readonly now: Date;
  /** From when on changes are told. */
  readonly since: Date;
  /** Only a part of the files is looked at: counts by day are of whole profiles, and cannot be narrowed. */
  readonly isNarrowed: boolean;
}

/** A library, gone through once for all analyses. What only some of them need is made when first asked for. */
export interface LibraryIndex extends Question {
  /** Without the files of instances that could not be read: old figures are in no figure. */
  readonly library: Library;
  readonly unread: readonly UnreadInstance[];
  readonly files: readonly IndexedFile[];
  /** Every profile of every instance, also those without files. */
  readonly groups: readonly ProfileGroup[];
  readonly group: (key: string) => ProfileGroup | null;
  /** An instance as people read it. */
  readonly address: (instance: InstanceName) => string;
  readonly history: () => History;
  readonly replacements: () => readonly Replacement[];
  /** The same by place, oldest first. */
  readonly replacementsOf: () => Index<Place, Replacement>;
  readonly seen: () => Seen;
  readonly ceiling: (group: ProfileGroup) => Ceiling;
}

/** An instance that could not be read last time, with what is known of it from before. */
export interface UnreadInstance {
  readonly instance: LibraryInstance;
  readonly failure: NonNullable<LibraryInstance['failure']>;
  readonly files: number;
}

/** Makes the index. */
export function indexLibrary(whole: Library, question: Question): LibraryIndex {
  const unread = findUnread(whole);
  const library = withoutFilesOf(whole, unread);
  const files = indexFiles(library.files);
  const groups = groupByProfile(library.instances, files);
  const byKey = new Map(groups.map((group) => [group.key, group]));
  const history = lazy(() => placeHistory(library, findPlaces(files, groups)));
  const replacements = lazy(() => findReplacements(history()));
  const seen = lazy(() => collectSeen(history(), groups));
  const ceilings = new Map<ProfileGroup, Ceiling>();
  return {
    ...question,
    library,
    unread,
    files,
    groups,
    group: (key) => byKey.get(key) ?? null,
    address: addressBook(library),
    history,
    replacements,
    replacementsOf: lazy(() => {
      const all = replacements();
      return indexBy(all, (at) => valueAt(all, at).place);
    }),
    seen,
    ceiling: (group) => {
      const found = ceilings.get(group) ?? ceilingOf(group, seen());
      ceilings.set(group, found);
      return found;
    },
  };
}

/** By itself, for rows that are made later keep it: it holds names alone. */
function addressBook({ instances }: Library): LibraryIndex['address'] {
  const names = instances.map(({ instance }) => instance);
  return (instance) => instanceAddress(instance, names);
}

function findUnread({ instances, files }: Library): readonly UnreadInstance[] {
  return instances.flatMap((instance) => {
    const { failure } = instance;
    if (failure === null) return [];
    const { service, name } = instance.instance;
    const own = files.filter((file) => file.service === service && file.instance === name);
    return [{ instance, failure, files: own.length }];
  });
}

function withoutFilesOf(library: Library, unread: readonly UnreadInstance[]): Library {
  if (unread.length === 0) return library;
  const keys = new Set(unread.map(({ instance }) => instanceKey(instance.instance)));
  const files = library.files.filter(
    ({ service, instance: name }) => !keys.has(instanceKey({ service, name })),
  );
  return { ...library, files };
}

function ceilingOf(group: ProfileGroup, seen: Seen): Ceiling {
  const { profile, instance } = group;
  const { formats, service } = instance.rules;
  return ceiling({ profile, formats, service, bestSeen: seen.best(group) });
}
