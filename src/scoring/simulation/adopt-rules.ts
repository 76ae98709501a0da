import type { CustomFormat } from '../../model/custom-format.ts';
import type { QualityProfile } from '../../model/quality-profile.ts';
import type { Rules } from '../../model/rules.ts';

/** Formats and profiles from elsewhere: a folder of exports, or another server. Ids are their own. */
export type ForeignRules = Pick<Rules, 'formats' | 'profiles'>;

/**
 * A server's rules with those from elsewhere put over them by name: equal names are replaced, new formats come in,
 * and what only the server has stays. Profiles that only the other side has are of no file here and left out.
 */
export function adoptRules(own: Rules, foreign: ForeignRules): Rules {
  const formats = adoptFormats(own.formats, foreign.formats);
  const idByName = new Map(formats.map(({ name, id }) => [name, id]));
  const profiles = own.profiles.map((profile) => {
    const other = foreign.profiles.find(({ name }) => name === profile.name);
    return other === undefined ? profile : adoptProfile(profile, other, idByName);
  });
  return { ...own, formats, profiles };
}

function adoptFormats(
  own: readonly CustomFormat[],
  foreign: readonly CustomFormat[],
): readonly CustomFormat[] {
  const names = new Set(own.map(({ name }) => name));
  const newest = Math.max(0, ...own.map(({ id }) => id));
  const replaced = own.map((format) => {
    const other = foreign.find(({ name }) => name === format.name);
    return other === undefined ? format : { ...format, specifications: other.specifications };
  });
  const added = foreign.filter(({ name }) => !names.has(name));
  return [...replaced, ...added.map((format, at) => ({ ...format, id: newest + 1 + at }))];
}

/** The quality order is taken over whole: group ids are the other side's own, and its cutoff is one of them. */
function adoptProfile(
  own: QualityProfile,
  other: QualityProfile,
  idByName: ReadonlyMap<string, number>,
): QualityProfile {
  const formatScores = other.formatScores.flatMap(({ name, score }) => {
    const formatId = idByName.get(name);
    return formatId === undefined ? [] : [{ formatId, name, score }];
  });
  return { ...other, id: own.id, name: own.name, formatScores };
}
