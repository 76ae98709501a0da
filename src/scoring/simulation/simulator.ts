import type { CustomFormat } from '../../model/custom-format.ts';
import type { FormatHit, MediaFile } from '../../model/media-file.ts';
import type { QualityProfile } from '../../model/quality-profile.ts';
import type { Rules } from '../../model/rules.ts';
import { cutoffState } from '../cutoff-state.ts';
import { fileInput } from '../matching/file-input.ts';
import { isBlank } from '../matching/file-texts.ts';
import {
  createFormatMatcher,
  describeFormatProblem,
  type FormatMatches,
  formatProblems,
} from '../matching/format-matcher.ts';
import { matchAll } from '../matching/match-all.ts';
import type { Guard } from '../pattern/guard.ts';
import type { SimulatedFile, SimulatedState } from './simulated-file.ts';

/** Two sets of rules of one server; formats and profiles that stay have the same id in both. */
export interface SimulationRules {
  readonly before: Rules;
  readonly after: Rules;
  /** Of the server. */
  readonly isWindows: boolean;
  /** The profile that a file's item would be given; null to leave it. */
  readonly reassign: (file: MediaFile) => QualityProfile | null;
  readonly guard: Guard;
}

/** Puts files under other rules, batch by batch; made once for a library. */
export interface Simulator {
  readonly simulate: (files: readonly MediaFile[]) => readonly SimulatedFile[];
  /** Formats that are matched anew; the server's own answer stands for all others. */
  readonly evaluated: readonly CustomFormat[];
  /** Whether names of files decide: then hidden ones are worth recovering first. */
  readonly readsTexts: boolean;
  /** Formats that cannot be evaluated here, in sentences; complete when all files are done. */
  readonly problems: () => readonly string[];
}

/**
 * A simulator for two sets of rules. Edited scores and thresholds need no matching: the server's matches are summed
 * anew. Only formats that are new or have other conditions are matched here. Source: servarr.md 10.3.
 */
export function createSimulator(rules: SimulationRules): Simulator {
  const { before, after, guard } = rules;
  const evaluated = changedFormats(before, after);
  const matcher = createFormatMatcher(evaluated, after.service);
  const book = createRuleBook(rules, evaluated);
  const matchBatch = (files: readonly MediaFile[]): readonly FormatMatches[] => {
    if (evaluated.length === 0) return files.map(() => nothing);
    const inputs = files.map((file) => fileInput(file, rules));
    return matchAll(matcher, inputs, guard);
  };
  return {
    evaluated,
    readsTexts: doReadTexts(evaluated),
    problems: () => formatProblems(matcher).map(describeFormatProblem),
    simulate: (files) => {
      const matches = matchBatch(files);
      return files.flatMap((file, at) => matches.slice(at, at + 1).map((one) => book.simulate(file, one)));
    },
  };
}

const nothing: FormatMatches = { matched: [], unknown: [] };

/** Formats that are new, or whose conditions differ. A name alone decides nothing. */
function changedFormats(before: Rules, after: Rules): readonly CustomFormat[] {
  const known = new Map(before.formats.map(({ id, specifications }) => [id, JSON.stringify(specifications)]));
  return after.formats.filter(({ id, specifications }) => known.get(id) !== JSON.stringify(specifications));
}

interface RuleBook {
  readonly simulate: (file: MediaFile, matches: FormatMatches) => SimulatedFile;
}

function createRuleBook({ after, reassign }: SimulationRules, evaluated: readonly CustomFormat[]): RuleBook {
  const formats = new Map(after.formats.map((format) => [format.id, format]));
  const profiles = new Map(after.profiles.map((profile) => [profile.id, profile]));
  const isEvaluated = new Set(evaluated.map(({ id }) => id));
  const readsTexts = doReadTexts(evaluated);
  const hits = createHits(formats);
  return {
    simulate: (file, { matched, unknown }) => {
      const profile = reassign(file) ?? profiles.get(file.profile.id) ?? file.profile;
      const carried = file.formats
        .map(({ id }) => id)
        .filter((id) => formats.has(id) && (!isEvaluated.has(id) || unknown.includes(id)));
      return {
        file,
        before: stateOf(file, file.profile, file.formats),
        after: stateOf(file, profile, hits(profile, [...carried, ...matched])),
        certainty: certaintyOf(file, { unknown, readsTexts }),
      };
    },
  };
}

function doReadTexts(formats: readonly CustomFormat[]): boolean {
  return formats.some(({ specifications }) =>
    specifications.some(({ implementation }) => implementation === 'ReleaseTitleSpecification'),
  );
}

function certaintyOf(
  { service, sceneName, originalFilePath }: MediaFile,
  { unknown, readsTexts }: { readonly unknown: readonly number[]; readonly readsTexts: boolean },
): SimulatedFile['certainty'] {
  if (unknown.length > 0) return 'not evaluated';
  const isHidden = service === 'sonarr' && isBlank(sceneName) && originalFilePath === null;
  return readsTexts && isHidden ? 'inputs incomplete' : 'exact';
}

function stateOf(
  { quality }: MediaFile,
  profile: QualityProfile,
  formats: readonly FormatHit[],
): SimulatedState {
  const score = formats.reduce((sum, hit) => sum + hit.score, 0);
  return { profile, formats, score, state: cutoffState(profile, { quality, score }) };
}

type Hits = (profile: QualityProfile, ids: readonly number[]) => readonly FormatHit[];

/** Made once a profile and format, then shared: a library has millions of hits, and few that differ. */
function createHits(formats: ReadonlyMap<number, CustomFormat>): Hits {
  const names = new Map([...formats.values()].map(({ id, name }) => [id, name]));
  const known = new Map<QualityProfile, Map<number, FormatHit>>();
  return (profile, ids) => {
    const own = known.get(profile) ?? new Map<number, FormatHit>();
    known.set(profile, own);
    const hitOf = (id: number): FormatHit => {
      const hit = own.get(id);
      if (hit !== undefined) return hit;
      const score = profile.formatScores.find(({ formatId }) => formatId === id)?.score ?? 0;
      const made = { id, name: `${names.get(id)}`, score };
      own.set(id, made);
      return made;
    };
    return ids.map(hitOf).toSorted((a, b) => a.id - b.id);
  };
}
