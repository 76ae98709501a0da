import type { FormatHit } from '../../model/media-file.ts';
import type { QualityProfile } from '../../model/quality-profile.ts';
import type { Rules } from '../../model/rules.ts';
import type { Service } from '../../model/service.ts';
import { formatOf, profileOf, settingsOf } from './rule-content.ts';
import type { RuleSpan } from './rule-span.ts';

/** The rules of a moment, and which of them stored numbers mean. */
export interface RulesAtRun {
  readonly rules: Rules;
  /** One that is gone as it was last: files that could not be read may still name it. null for one that never was. */
  readonly profile: (id: number) => QualityProfile | null;
  /** The number under which a format is stored; null for one that is not there. */
  readonly numberOf: (formatId: number) => number | null;
  /** The server's ids of those formats of a stored set that are there, ascending; the same list for the same set. */
  readonly idsOf: (numbers: readonly number[]) => readonly number[];
  /** What matched formats are worth in a profile, by id; the same list for the same set and profile. */
  readonly hitsOf: (numbers: readonly number[], profileId: number) => readonly FormatHit[];
}

/** The rules' spans at a run. */
export interface SpansAtRun {
  /** Those that hold. */
  readonly alive: readonly RuleSpan[];
  /** Of profiles that are gone, the last of each. */
  readonly gone: readonly RuleSpan[];
}

/** Reads the spans of a run. */
export function createRulesAtRun(
  service: Service,
  { alive, gone }: SpansAtRun,
  contents: ReadonlyMap<string, unknown>,
): RulesAtRun {
  const inOrder = alive.toSorted((a, b) => a.server_id - b.server_id);
  const ofKind = (kind: string): readonly RuleSpan[] => inOrder.filter((span) => span.kind === kind);
  const profileIn = ({ server_id, hash }: RuleSpan): QualityProfile =>
    profileOf(server_id, contents.get(hash));
  const [settings] = ofKind('settings').map(({ hash }) => contents.get(hash));
  const spans = ofKind('format');
  const formats = new Map(
    spans.map(({ rule, server_id, hash }) => [rule, formatOf(server_id, contents.get(hash))]),
  );
  const numbers = new Map(spans.map(({ rule, server_id }) => [server_id, rule]));
  const current = ofKind('profile').map(profileIn);
  const profiles = new Map([...gone.map(profileIn), ...current].map((profile) => [profile.id, profile]));
  const formatsIn = remember((set: readonly number[]) =>
    set.flatMap((number) => formats.get(number) ?? []).toSorted((a, b) => a.id - b.id),
  );
  const hits = remember((profileId: number) => {
    const scores = profiles
      .get(profileId)
      ?.formatScores.map(({ formatId, score }) => [formatId, score] as const);
    const worth = new Map(scores);
    return remember((set: readonly number[]): readonly FormatHit[] =>
      formatsIn(set).map(({ id, name }) => ({ id, name, score: worth.get(id) ?? 0 })),
    );
  });
  return {
    rules: { service, profiles: current, formats: [...formats.values()], settings: settingsOf(settings) },
    profile: (id) => profiles.get(id) ?? null,
    numberOf: (formatId) => numbers.get(formatId) ?? null,
    idsOf: remember((set) => formatsIn(set).map(({ id }) => id)),
    hitsOf: (set, profileId) => hits(profileId)(set),
  };
}

/** One answer a question: lists that many files share are made once. */
function remember<Q, A>(answer: (question: Q) => A): (question: Q) => A {
  const known = new Map<Q, A>();
  return (question) => {
    const found = known.get(question);
    if (found !== undefined) return found;
    const made = answer(question);
    known.set(question, made);
    return made;
  };
}
