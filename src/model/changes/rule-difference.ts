import type { RuleEdit } from '../change.ts';
import type { QualityProfile } from '../quality-profile.ts';
import type { Rules } from '../rules.ts';
import { type AddedFormat, type FormatFate, formatFates, type KeptFormat } from './format-fates.ts';
import type { Pair } from './pair-up.ts';
import { type ProfileFate, profileFates } from './profile-fates.ts';
import { settingEdits } from './setting-edits.ts';

/** All that was edited between two moments, ready to be asked file by file. */
export interface RuleDifference {
  /** In the order of evaluation (docs/causes.md); those that move neither score nor state come last. */
  readonly edits: readonly RuleEdit[];
  /** By the id before. */
  readonly formats: ReadonlyMap<number, FormatFate>;
  /** Those that were kept, by the id after. */
  readonly formatsAfter: ReadonlyMap<number, KeptFormat>;
  /** By the id after. */
  readonly added: ReadonlyMap<number, AddedFormat>;
  /** By the id before. */
  readonly profiles: ReadonlyMap<number, ProfileFate>;
  /** By the id after. */
  readonly profilesAfter: ReadonlyMap<number, QualityProfile>;
}

/** Compares the rules of two moments. */
export function ruleDifference({ before, after }: Pair<Rules>): RuleDifference {
  const formats = formatFates(before.formats, after.formats);
  const profiles = profileFates({ before: before.profiles, after: after.profiles }, formats.fates);
  const formatEdits = [...formats.fates.values()].flatMap(({ edit }) => edit ?? []);
  const fates = [...profiles.fates.values()];
  return {
    edits: [
      ...formatEdits.filter(({ kind }) => kind === 'format-removed'),
      ...fates.flatMap(({ scores }) => scores ?? []),
      ...formatEdits.filter(({ kind }) => kind === 'format-edited'),
      ...fates.flatMap(({ thresholds }) => thresholds.map(({ edit }) => edit)),
      ...[...formats.added.values()].map(({ edit }) => edit),
      ...formats.quietEdits,
      ...profiles.quietEdits,
      ...settingEdits({ before: before.settings, after: after.settings }),
    ],
    formats: formats.fates,
    formatsAfter: new Map(
      [...formats.fates.values()].flatMap((fate) => (fate.kind === 'kept' ? [[fate.after.id, fate]] : [])),
    ),
    added: formats.added,
    profiles: profiles.fates,
    profilesAfter: new Map(after.profiles.map((profile) => [profile.id, profile])),
  };
}
