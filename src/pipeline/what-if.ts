import type { EditsFile, FormatEditEntry, ProfileEditsEntry } from '../config/edits-schema.ts';
import { ForeignConditionShape } from '../exporters/shared/foreign-shapes.ts';
import { AppError } from '../lib/errors.ts';
import { explainIssues } from '../lib/explain-issues.ts';
import { nearest } from '../lib/nearest.ts';
import type { Specification } from '../model/custom-format.ts';
import { explainFilterProblem } from '../model/filter/explain-filter-problem.ts';
import { fileFields } from '../model/filter/file-fields.ts';
import { filterMatcher } from '../model/filter/filter-matcher.ts';
import { parseFilter } from '../model/filter/parse-filter.ts';
import type { MediaFile } from '../model/media-file.ts';
import type { QualityProfile } from '../model/quality-profile.ts';
import type { Rules } from '../model/rules.ts';
import {
  createFormatMatcher,
  describeFormatProblem,
  formatProblems,
} from '../scoring/matching/format-matcher.ts';
import { adoptRules, type ForeignRules } from '../scoring/simulation/adopt-rules.ts';
import { applyEdits } from '../scoring/simulation/apply-edits.ts';
import type { Edits, ProfileEdit, UnknownName } from '../scoring/simulation/edits.ts';
import { foreignRules, type RulesFolder } from './rules-folder.ts';

/** What somebody would change: a file of edits, a folder of exports, or another instance's rules. */
export type WhatIf =
  | { readonly kind: 'edits'; readonly edits: EditsFile }
  | { readonly kind: 'folder'; readonly folder: RulesFolder }
  | { readonly kind: 'rules'; readonly rules: ForeignRules };

/** A what-if for one server. */
export interface AppliedWhatIf {
  readonly after: Rules;
  readonly reassign: (file: MediaFile) => QualityProfile | null;
  /** Names that this server does not have; another one may. */
  readonly unknown: readonly UnknownName[];
}

/**
 * What the rules of a server would be.
 *
 * @throws {AppError} code `config` for a filter that cannot be read, or a pattern that no server would save
 */
export function applyWhatIf(change: WhatIf, before: Rules, now: Date): AppliedWhatIf {
  if (change.kind === 'rules') return unassigned(adoptRules(before, change.rules));
  const applied =
    change.kind === 'folder'
      ? unassigned(adoptRules(before, foreignRules(change.folder, before)))
      : applyFile(change.edits, before, now);
  refuseBroken(applied.after, before);
  return applied;
}

function applyFile(edits: EditsFile, before: Rules, now: Date): AppliedWhatIf {
  const { rules: after, unknown } = applyEdits(before, toEdits(edits));
  const assigned = edits.assign.map((one) => assignment({ ...one, rules: after, now }));
  return {
    after,
    reassign: (file) => assigned.map((one) => one.give(file)).findLast((profile) => profile !== null) ?? null,
    unknown: [...unknown, ...assigned.flatMap((one) => one.unknown)],
  };
}

/** Names that no server has. @throws {AppError} code `config` with the nearest name that one has */
export function refuseUnknown(applied: readonly AppliedWhatIf[]): void {
  const [first, ...others] = applied;
  const nowhere = (first?.unknown ?? []).find(({ kind, name }) =>
    others.every(({ unknown }) => unknown.some((one) => one.kind === kind && one.name === name)),
  );
  if (nowhere === undefined) return;
  const known = [
    ...new Set([nowhere, ...others.flatMap(({ unknown }) => unknown)].flatMap((one) => one.known)),
  ];
  const guess = nearest(nowhere.name, known);
  throw new AppError(`there is no ${nowhere.kind} "${nowhere.name}"`, {
    code: 'config',
    hint: guess === null ? `There are: ${known.slice(0, 12).join(', ')}.` : `Did you mean "${guess}"?`,
  });
}

/** What a server has already, broken or not, is not the fault of the change. */
function refuseBroken({ formats, service }: Rules, before: Rules): void {
  const known = new Set(before.formats.map(({ specifications }) => JSON.stringify(specifications)));
  const edited = formats.filter(({ specifications }) => !known.has(JSON.stringify(specifications)));
  const broken = formatProblems(createFormatMatcher(edited, service)).find(({ problems }) =>
    problems.some(({ kind }) => kind === 'refused'),
  );
  if (broken === undefined) return;
  const hint = 'Mend the pattern: no server would save it.';
  throw new AppError(describeFormatProblem(broken), { code: 'config', hint });
}

function unassigned(after: Rules): AppliedWhatIf {
  return { after, reassign: () => null, unknown: [] };
}

interface Assignment {
  readonly give: (file: MediaFile) => QualityProfile | null;
  readonly unknown: readonly UnknownName[];
}

interface AssignmentQuestion {
  readonly filter: string;
  /** Its name. */
  readonly profile: string;
  readonly rules: Rules;
  /** What ages in the filter count from. */
  readonly now: Date;
}

function assignment({ filter: text, profile: name, rules, now }: AssignmentQuestion): Assignment {
  const { profiles } = rules;
  const parsed = parseFilter(text, fileFields);
  if (!parsed.ok) {
    const message = `assign: the filter cannot be read\n${explainFilterProblem(text, parsed.problem, fileFields)}`;
    throw new AppError(message, { code: 'config', hint: '' });
  }
  const passes = filterMatcher(parsed.filter, fileFields, now);
  const profile = profiles.find((one) => one.name === name) ?? null;
  const known = profiles.map((one) => one.name);
  return {
    give: (file) => (passes(file) ? profile : null),
    unknown: profile === null ? [{ kind: 'profile', name, known }] : [],
  };
}

/** From the words of the file to those of the rules. */
function toEdits({ profiles, formats }: EditsFile): Edits {
  return {
    profiles: Object.fromEntries(Object.entries(profiles).map(([name, entry]) => [name, profileEdit(entry)])),
    formats: Object.fromEntries(
      Object.entries(formats).map(([name, entry]) => [name, conditionsOf(name, entry)]),
    ),
  };
}

function profileEdit({ quality_cutoff: qualityCutoff, ...edit }: ProfileEditsEntry): ProfileEdit {
  return qualityCutoff === undefined ? edit : { ...edit, qualityCutoff };
}

function conditionsOf(name: string, entry: FormatEditEntry): readonly Specification[] | null {
  return 'remove' in entry ? null : entry.specifications.map((one) => conditionOf(name, one));
}

function conditionOf(name: string, condition: Readonly<Record<string, unknown>>): Specification {
  const parsed = ForeignConditionShape.safeParse(condition);
  if (parsed.success) return parsed.data;
  throw new AppError(`formats.${name}: a condition cannot be read: ${explainIssues(parsed.error)}`, {
    code: 'config',
    hint: 'Its fields are a list, as a server exports it, or by name, as the guide writes it.',
  });
}
