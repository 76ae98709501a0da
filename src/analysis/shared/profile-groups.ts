import { cutoffLabel } from '../../model/cutoff-state.ts';
import { type InstanceName, instanceAddress, instanceKey } from '../../model/instance.ts';
import type { LibraryFile, LibraryInstance } from '../../model/library.ts';
import type { QualityProfile } from '../../model/quality-profile.ts';
import { cutoffState } from '../../scoring/cutoff-state.ts';
import { is, isNamed } from './conditions.ts';
import type { IndexedFile, ProfileGroup } from './indexed-file.ts';
import { ascending } from './statistics.ts';

/** A file with its state and the names it is known by. */
export function indexFile(file: LibraryFile): IndexedFile {
  const place = instanceKey({ service: file.service, name: file.instance });
  const state = cutoffState(file.profile, file);
  return {
    file,
    key: `${place}#${file.fileId}`,
    groupKey: `${place}#${file.profile.id}`,
    state,
    label: cutoffLabel(state),
  };
}

/** The profiles of every instance in their order, then those that only files know. */
export function groupByProfile(
  instances: readonly LibraryInstance[],
  files: readonly IndexedFile[],
): readonly ProfileGroup[] {
  const filesOf = Map.groupBy(files, ({ groupKey }) => groupKey);
  const names = instances.map(({ instance }) => instance);
  return instances.flatMap((instance) => groupsOf(instance, names, filesOf));
}

function groupsOf(
  instance: LibraryInstance,
  names: readonly InstanceName[],
  filesOf: ReadonlyMap<string, readonly IndexedFile[]>,
): readonly ProfileGroup[] {
  const key = instanceKey(instance.instance);
  const known = instance.rules.profiles;
  const all = [...known, ...unknownProfiles(key, known, filesOf)];
  const profileNames = all.map(({ name }) => name);
  return all.map((profile) => {
    const groupKey = `${key}#${profile.id}`;
    const files = filesOf.get(groupKey) ?? [];
    return {
      key: groupKey,
      instanceKey: key,
      address: instanceAddress(instance.instance, names),
      instance,
      profile,
      isInRules: known.includes(profile),
      files,
      scores: ascending(files.map(({ file }) => file.score)),
      points: new Map(profile.formatScores.map(({ formatId, score }) => [formatId, score])),
      where: [is('instance', key), isNamed('profile', profile, profileNames)],
    };
  });
}

/** As the files say they are: the newest of each. */
function unknownProfiles(
  key: string,
  known: readonly QualityProfile[],
  filesOf: ReadonlyMap<string, readonly IndexedFile[]>,
): readonly QualityProfile[] {
  const ids = new Set(known.map(({ id }) => `${key}#${id}`));
  return [...filesOf].flatMap(([groupKey, files]) => {
    if (ids.has(groupKey) || !groupKey.startsWith(`${key}#`)) return [];
    return files.slice(0, 1).map(({ file }) => file.profile);
  });
}
