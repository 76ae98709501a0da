import type { FormatHit } from '../../model/media-file.ts';
import type { QualityProfile } from '../../model/quality-profile.ts';
import type { Rules } from '../../model/rules.ts';
import type { Service } from '../../model/service.ts';
import { formatOf, profileOf, settingsOf } from './rule-content.ts';
import type { RuleSpan } from './rule-span.ts';

/** The rules of a moment, and which of them stored numbers mean. */
export interface RulesAtRun {
  readonly rules: Rules;
  readonly profile: (id: number) => QualityProfile | null;
  /** The number under which a format is stored; null for one that is not there. */
  readonly numberOf: (formatId: number) => number | null;
  /** The server's ids of those formats of a stored set that are there, ascending; the same list for the same set. */
  readonly idsOf: (numbers: readonly number[]) => readonly number[];
  /** What matched formats are worth in a profile, by id; the same list for the same set and profile. */
  readonly hitsOf: (numbers: readonly number[], profileId: number) => readonly FormatHit[];
}

/** Reads the spans that hold in a run. */
export function createRulesAtRun(
  service: Service,
  alive: readonly RuleSpan[],
  contents: ReadonlyMap<string, unknown>,
): RulesAtRun {
  const rules = rulesOf(service, alive, contents);
  const profiles = new Map(rules.profiles.map((profile) => [profile.id, profile]));
  const formats = alive.filter(({ kind }) => kind === 'format');
  const ids = new Map(formats.map(({ rule, server_id }) => [rule, server_id]));
  const numbers = new Map(formats.map(({ rule, server_id }) => [server_id, rule]));
  const names = new Map(rules.formats.map(({ id, name }) => [id, name]));
  const idsOf = remember((set: readonly number[]) =>
    set.flatMap((number) => ids.get(number) ?? []).toSorted((a, b) => a - b),
  );
  const scores = remember((profile: QualityProfile | null) => scoresOf(profile));
  const hits = remember((profileId: number) =>
    remember((set: readonly number[]): readonly FormatHit[] => {
      const worth = scores(profiles.get(profileId) ?? null);
      return idsOf(set).map((id) => ({ id, name: names.get(id) ?? '', score: worth.get(id) ?? 0 }));
    }),
  );
  return {
    rules,
    profile: (id) => profiles.get(id) ?? null,
    numberOf: (formatId) => numbers.get(formatId) ?? null,
    idsOf,
    hitsOf: (set, profileId) => hits(profileId)(set),
  };
}

function rulesOf(
  service: Service,
  alive: readonly RuleSpan[],
  contents: ReadonlyMap<string, unknown>,
): Rules {
  const inOrder = alive.toSorted((a, b) => a.server_id - b.server_id);
  const ofKind = (kind: string): readonly RuleSpan[] => inOrder.filter((span) => span.kind === kind);
  const [settings] = ofKind('settings');
  return {
    service,
    profiles: ofKind('profile').map(({ server_id, hash }) => profileOf(server_id, contents.get(hash))),
    formats: ofKind('format').map(({ server_id, hash }) => formatOf(server_id, contents.get(hash))),
    settings: settingsOf(contents.get(settings?.hash ?? '')),
  };
}

function scoresOf(profile: QualityProfile | null): ReadonlyMap<number, number> {
  return new Map(profile?.formatScores.map(({ formatId, score }) => [formatId, score]));
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
