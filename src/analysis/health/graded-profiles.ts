import { type HealthParts, healthParts } from '../shared/health-of.ts';
import type { ProfileGroup } from '../shared/indexed-file.ts';
import type { LibraryIndex } from '../shared/library-index.ts';

/** A profile that has files, with the parts of its health. */
export interface GradedProfile {
  readonly group: ProfileGroup;
  readonly parts: HealthParts;
}

/** Every profile that has files. */
export function gradedProfiles(index: LibraryIndex): readonly GradedProfile[] {
  return index.groups.flatMap((group) => {
    const parts = healthParts(group, index.ceiling(group).bound.score);
    return parts === null ? [] : [{ group, parts }];
  });
}
