import type { CustomFormat } from '../../model/custom-format.ts';
import type { FormatScore, QualityProfile } from '../../model/quality-profile.ts';
import type { Rules } from '../../model/rules.ts';
import { qualitiesOf } from '../decision/quality-order.ts';
import type { Edits, ProfileEdit, UnknownName } from './edits.ts';

/** The rules after the edits, and every name in these that means nothing. */
export interface EditedRules {
  readonly rules: Rules;
  readonly unknown: readonly UnknownName[];
}

/** Applies edits as the server would: a removed format leaves every profile, a new one is worth 0 until it is scored. */
export function applyEdits(before: Rules, edits: Edits): EditedRules {
  const formats = editFormats(before.formats, edits);
  const profiles = before.profiles.map((profile) => editProfile(profile, formats, edits));
  return { rules: { ...before, formats, profiles }, unknown: unknownNames(before, formats, edits) };
}

function editFormats(before: readonly CustomFormat[], { formats }: Edits): readonly CustomFormat[] {
  const names = new Set(before.map(({ name }) => name));
  const kept = before
    .filter(({ name }) => formats[name] !== null)
    .map((format) => ({ ...format, specifications: formats[format.name] ?? format.specifications }));
  const newest = Math.max(0, ...before.map(({ id }) => id));
  const added = Object.entries(formats).flatMap(([name, specifications]) =>
    specifications === null || names.has(name) ? [] : [{ name, specifications }],
  );
  return [
    ...kept,
    ...added.map((format, at) => ({ ...format, id: newest + 1 + at, includedWhenRenaming: false })),
  ];
}

function editProfile(
  profile: QualityProfile,
  formats: readonly CustomFormat[],
  { profiles }: Edits,
): QualityProfile {
  const edits = [profiles['*'], profiles[profile.name]].filter((edit) => edit !== undefined);
  const listed = { ...profile, formatScores: scoresFor(profile, formats) };
  return edits.reduce(withEdit, listed);
}

/** Every format once, in the order of the profile, the new ones behind. */
function scoresFor(
  { formatScores }: QualityProfile,
  formats: readonly CustomFormat[],
): readonly FormatScore[] {
  const ids = new Set(formats.map(({ id }) => id));
  const listed = new Set(formatScores.map(({ formatId }) => formatId));
  const added = formats.filter(({ id }) => !listed.has(id));
  return [
    ...formatScores.filter(({ formatId }) => ids.has(formatId)),
    ...added.map(({ id, name }) => ({ formatId: id, name, score: 0 })),
  ];
}

function withEdit(profile: QualityProfile, edit: ProfileEdit): QualityProfile {
  const { scores = {}, qualityCutoff } = edit;
  return {
    ...profile,
    formatScores: profile.formatScores.map((one) => ({ ...one, score: scores[one.name] ?? one.score })),
    minFormatScore: edit.minimum ?? profile.minFormatScore,
    cutoffFormatScore: edit.cutoff ?? profile.cutoffFormatScore,
    minUpgradeFormatScore: edit.step ?? profile.minUpgradeFormatScore,
    upgradeAllowed: edit.upgrades ?? profile.upgradeAllowed,
    cutoff: qualityCutoff === undefined ? profile.cutoff : (stepId(profile, qualityCutoff) ?? profile.cutoff),
  };
}

function stepId({ items }: QualityProfile, name: string): number | null {
  const groups = items.filter((item) => item.kind === 'group');
  const steps = [...groups, ...items.flatMap(qualitiesOf)];
  return steps.find((step) => step.name === name)?.id ?? null;
}

function unknownNames(
  { profiles, formats: old }: Rules,
  formats: readonly CustomFormat[],
  edits: Edits,
): readonly UnknownName[] {
  const profileNames = profiles.map(({ name }) => name);
  const formatNames = formats.map(({ name }) => name);
  const oldNames = old.map(({ name }) => name);
  const given = Object.entries(edits.profiles);
  const scored = given.flatMap(([, { scores = {} }]) => Object.keys(scores));
  const removed = Object.entries(edits.formats).filter(([, conditions]) => conditions === null);
  return [
    ...missing(
      'profile',
      given.map(([name]) => name).filter((name) => name !== '*'),
      profileNames,
    ),
    ...missing('format', scored, formatNames),
    ...missing(
      'format',
      removed.map(([name]) => name),
      oldNames,
    ),
    ...given.flatMap(([name, { qualityCutoff }]) => unknownCutoff(profiles, name, qualityCutoff)),
  ];
}

function unknownCutoff(
  profiles: readonly QualityProfile[],
  name: string,
  cutoff: string | undefined,
): readonly UnknownName[] {
  const meant = profiles.filter((profile) => name === '*' || profile.name === name);
  if (cutoff === undefined) return [];
  return meant
    .filter((profile) => stepId(profile, cutoff) === null)
    .map(({ items }) => ({
      kind: 'quality',
      name: cutoff,
      known: items.map((item) => (item.kind === 'group' ? item.name : item.quality.name)),
    }));
}

function missing(
  kind: UnknownName['kind'],
  names: readonly string[],
  known: readonly string[],
): readonly UnknownName[] {
  return [...new Set(names)].filter((name) => !known.includes(name)).map((name) => ({ kind, name, known }));
}
