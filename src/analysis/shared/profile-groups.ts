import { type CutoffState, cutoffLabel } from '../../model/cutoff-state.ts';
import { type InstanceName, instanceAddress, instanceKey } from '../../model/instance.ts';
import type { LibraryFile, LibraryInstance } from '../../model/library.ts';
import type { QualityProfile } from '../../model/quality-profile.ts';
import { cutoffState } from '../../scoring/cutoff-state.ts';
import { is, isNamed } from './conditions.ts';
import type { IndexedFile, ProfileGroup } from './indexed-file.ts';
import { mapAt } from './map-at.ts';
import { ascending } from './statistics.ts';

/** Files with their states. What equal files have in common is one object: of 100,000 a few hundred differ. */
export function indexFiles(files: readonly LibraryFile[]): readonly IndexedFile[] {
  const groupKeyOf = createGroupKeys();
  const standingOf = createStandings();
  return files.map((file) => ({ file, groupKey: groupKeyOf(file), ...standingOf(file) }));
}

function createGroupKeys(): (file: LibraryFile) => string {
  const known = new Map<string, Map<string, Map<number, string>>>();
  return ({ service, instance: name, profile }) => {
    const ofProfiles = mapAt(mapAt(known, service), name);
    const found = ofProfiles.get(profile.id) ?? `${instanceKey({ service, name })}#${profile.id}`;
    ofProfiles.set(profile.id, found);
    return found;
  };
}

type Standing = Pick<IndexedFile, 'state' | 'label'>;

function createStandings(): (file: LibraryFile) => Standing {
  const known = new Map<LibraryFile['profile'], Map<number, Map<number, Standing>>>();
  return (file) => {
    const { profile, quality, score } = file;
    const ofScores = mapAt(mapAt(known, profile), quality.id);
    const found = ofScores.get(score) ?? standingOf(cutoffState(profile, file));
    ofScores.set(score, found);
    return found;
  };
}

function standingOf(state: CutoffState): Standing {
  return { state, label: cutoffLabel(state) };
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
