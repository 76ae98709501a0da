import { counted } from '../../lib/count.ts';
import type { CustomFormat, Specification } from '../../model/custom-format.ts';
import { folded } from './conditions.ts';
import type { Group } from './groups-by.ts';
import type { ProfileGroup } from './indexed-file.ts';
import type { RuleProblem } from './rule-problem.ts';

type Twins = Omit<RuleProblem, 'groupKey' | 'instanceKey' | 'address'>;

/** Profiles and formats of one instance of which two are one. */
export function lintTwins({ first, members: groups }: Group<ProfileGroup>): readonly RuleProblem[] {
  const { instanceKey, address, instance } = first;
  const found = [
    ...equalProfiles(groups),
    ...equalFormats(instance.rules.formats),
    ...equalNames(instance.rules.formats),
  ];
  return found.map((twins) => ({
    ...twins,
    place: `${twins.place} on ${address}`,
    groupKey: null,
    instanceKey,
    address,
  }));
}

function equalProfiles(groups: readonly ProfileGroup[]): readonly Twins[] {
  const alike = Map.groupBy(groups, rulesOf);
  return severalOf([...alike.values()]).map((twins) => ({
    ...plain,
    severity: 'low',
    title: 'Profiles with equal rules',
    place: quoted(twins.map(({ profile }) => profile.name)),
    why: `${counted(twins.length, 'profile')} ask for exactly the same.`,
    mend: 'Keep one, and give it to the items of the others.',
  }));
}

/** All that decides, without id and name. */
function rulesOf({ profile }: ProfileGroup): string {
  const scored = profile.formatScores.filter(({ score }) => score !== 0);
  const ordered = scored.toSorted((a, b) => a.formatId - b.formatId);
  const formatScores = ordered.map(({ formatId, score }) => [formatId, score]);
  return JSON.stringify({ ...profile, id: 0, name: '', formatScores });
}

function equalFormats(formats: readonly CustomFormat[]): readonly Twins[] {
  const alike = Map.groupBy(formats, contentOf);
  return severalOf([...alike.values()]).map((twins) => ({
    ...plain,
    severity: 'medium',
    title: 'The same format twice',
    place: quoted(twins.map(({ name }) => name)),
    why: 'Their conditions are the same, so they always match together.',
    mend: 'Keep one, with the points of all.',
  }));
}

/** The conditions in any order, whatever they are called. */
function contentOf({ specifications }: CustomFormat): string {
  return JSON.stringify(specifications.map(conditionOf).toSorted());
}

function conditionOf({ implementation, isNegated, isRequired, fields }: Specification): string {
  const entries = Object.entries(fields).toSorted(([a], [b]) => Number(a > b) - Number(a < b));
  return JSON.stringify([implementation, isNegated, isRequired, entries]);
}

function equalNames(formats: readonly CustomFormat[]): readonly Twins[] {
  const alike = Map.groupBy(formats, ({ name }) => folded(name));
  return severalOf([...alike.values()]).map((twins) => ({
    ...plain,
    severity: 'low',
    title: 'Names equal but for case',
    place: quoted(twins.map(({ name }) => name)),
    why: 'Tools that match formats by name take them for one.',
    mend: 'Rename one of them.',
  }));
}

const plain = { count: null, counted: '', files: null } as const;

function severalOf<T>(sets: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return sets.filter(({ length }) => length > 1);
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ');
}
