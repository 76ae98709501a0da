import { z } from 'zod';
import type { JudgeState } from '../../model/changes/comparison.ts';
import type { CutoffState } from '../../model/cutoff-state.ts';
import type { ScoreCount, StateCount } from '../../model/library.ts';
import type { QualityProfile } from '../../model/quality-profile.ts';
import type { Work } from '../engine/engine.ts';
import type { MatchSets } from '../rows/match-sets.ts';
import type { Terms } from '../rows/terms.ts';
import { deflateText, inflateText } from '../rules/rule-content.ts';
import type { RulesAtRun } from '../rules/rules-at-run.ts';
import { tenant } from '../tenant.ts';
import type { FileGroup } from './groups.ts';

/** Scores ascending, states by their four facts; equal counts give equal texts. */
type Packed = readonly [
  scores: readonly (readonly [score: number, files: number])[],
  states: readonly PackedState[],
];

/** Bits of a state: below minimum 1, quality met 2, format met 4, upgrades allowed 8. */
type PackedState = readonly [bits: number, files: number];

/** We wrote it ourselves: the type is told, not checked. */
const PackedShape = z.custom<Packed>();

/** What is counted, and by what. */
export interface DayQuestion {
  readonly groups: readonly FileGroup[];
  readonly rules: RulesAtRun;
  readonly terms: Terms;
  readonly sets: MatchSets;
  readonly stateOf: JudgeState;
}

interface Tally {
  readonly profile: QualityProfile;
  readonly scores: ReadonlyMap<number, number>;
  readonly states: ReadonlyMap<number, number>;
  readonly bytes: number;
}

/** Writes the counts of a day where they are not those of the day before. */
export async function saveDay(
  { work, instance, day }: { readonly work: Work; readonly instance: number; readonly day: string },
  question: DayQuestion,
): Promise<void> {
  const tallies = tally(question);
  const last = await newestCounts(work, instance);
  for (const [
    profile,
    {
      profile: { name },
      bytes,
      scores,
      states,
    },
  ] of tallies) {
    const text = JSON.stringify([sorted(scores), sorted(states)] satisfies Packed);
    const before = last.get(profile);
    if (before?.text === text && before.bytes === bytes && before.name === name) continue;
    const row = { profile_name: name, size_bytes: bytes, counts: deflateText(text) };
    await work
      .insertInto('day_count')
      .values({ tenant, instance, profile, day, ...row })
      .onConflict((conflict) => conflict.columns(['tenant', 'instance', 'profile', 'day']).doUpdateSet(row))
      .execute();
  }
}

/** Every profile, also one without files: that it lost them is news. One that is gone as long as files name it. */
function tally(question: DayQuestion): ReadonlyMap<number, Tally> {
  const { groups, rules } = question;
  const byProfile = Map.groupBy(groups, ({ profile }) => profile);
  const named = [...byProfile.keys()].map(rules.profile).filter((profile) => profile !== null);
  const profiles = new Set([...rules.rules.profiles, ...named]);
  return new Map(
    [...profiles].map((profile) => [profile.id, tallyOf(profile, byProfile.get(profile.id) ?? [], question)]),
  );
}

function tallyOf(
  profile: QualityProfile,
  groups: readonly FileGroup[],
  { rules, terms, sets, stateOf }: DayQuestion,
): Tally {
  const scores = new Map<number, number>();
  const states = new Map<number, number>();
  for (const { match_set, surplus, quality, files } of groups) {
    const hits = rules.hitsOf(sets.formats(match_set), profile.id);
    const score = hits.reduce((sum, hit) => sum + hit.score, surplus);
    add(scores, score, files);
    add(states, bitsOf(stateOf(profile, terms.quality(quality), score)), files);
  }
  return { profile, scores, states, bytes: groups.reduce((sum, { bytes }) => sum + bytes, 0) };
}

function add(counts: Map<number, number>, key: number, files: number): void {
  counts.set(key, (counts.get(key) ?? 0) + files);
}

function sorted(counts: ReadonlyMap<number, number>): readonly (readonly [number, number])[] {
  return [...counts].toSorted(([a], [b]) => a - b);
}

function bitsOf({ belowMinimum, quality, format, upgradesAllowed }: CutoffState): number {
  const facts = [belowMinimum, quality === 'met', format === 'met', upgradesAllowed];
  return facts.reduce((bits, holds, place) => bits + (holds ? 2 ** place : 0), 0);
}

function stateOfBits(bits: number): CutoffState {
  return {
    belowMinimum: (bits & 1) !== 0,
    quality: (bits & 2) === 0 ? 'open' : 'met',
    format: (bits & 4) === 0 ? 'open' : 'met',
    upgradesAllowed: (bits & 8) !== 0,
  };
}

interface LastCounts {
  readonly text: string;
  readonly bytes: number;
  readonly name: string;
}

async function newestCounts(work: Work, instance: number): Promise<ReadonlyMap<number, LastCounts>> {
  const newest = work
    .selectFrom('day_count')
    .select(({ fn }) => ['profile', fn.max('day').as('day')])
    .where('tenant', '=', tenant)
    .where('instance', '=', instance)
    .groupBy('profile')
    .as('newest');
  const rows = await work
    .selectFrom('day_count')
    .innerJoin(newest, (join) =>
      join.onRef('newest.profile', '=', 'day_count.profile').onRef('newest.day', '=', 'day_count.day'),
    )
    .selectAll('day_count')
    .where('day_count.tenant', '=', tenant)
    .where('day_count.instance', '=', instance)
    .execute();
  return new Map(
    rows.map(({ profile, size_bytes: bytes, profile_name: name, counts }) => [
      profile,
      { text: inflateText(counts), bytes, name },
    ]),
  );
}

/** What {@link saveDay} stored. */
export function unpackCounts(counts: Uint8Array): {
  readonly scores: readonly ScoreCount[];
  readonly states: readonly StateCount[];
} {
  const [scores, states] = PackedShape.parse(JSON.parse(inflateText(counts)));
  return {
    scores: scores.map(([score, files]) => ({ score, files })),
    states: states.map(([bits, files]) => ({ state: stateOfBits(bits), files })),
  };
}
