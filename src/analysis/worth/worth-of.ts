import { slotKey } from '../../model/slot.ts';
import { isFormatUpgrade } from '../shared/format-upgrade.ts';
import type { ProfileGroup } from '../shared/indexed-file.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { oncePerFile, type Replacement } from '../shared/replacement.ts';
import { ascending, deciles, sum } from '../shared/statistics.ts';

/** What the replacements of one profile brought, and cost. */
export interface Worth {
  readonly group: ProfileGroup;
  readonly replacements: readonly Replacement[];
  readonly gain: number;
  /** Of the new files; a download's file counts once. */
  readonly bytes: number;
  /** null where nothing was gained, or no size is known. */
  readonly pointsPerGb: number | null;
  readonly steps: readonly StepEffect[];
}

/** What a minimum step would have prevented. */
export interface StepEffect {
  readonly step: number;
  readonly replacements: number;
  readonly bytes: number;
  readonly points: number;
}

/** Every profile with replacements. */
export function findWorth(index: LibraryIndex): readonly Worth[] {
  const byGroup = Map.groupBy(oncePerFile(index.replacements()), ({ group }) => group);
  return index.groups.flatMap((group) => {
    const own = byGroup.get(group) ?? [];
    return own.length === 0 ? [] : [worthOf(group, own)];
  });
}

function worthOf(group: ProfileGroup, replacements: readonly Replacement[]): Worth {
  const gain = sum(replacements.map((one) => one.gain));
  const bytes = bytesOf(replacements);
  const pointsPerGb = gain <= 0 || bytes === 0 ? null : gain / (bytes / 1_000_000_000);
  return { group, replacements, gain, bytes, pointsPerGb, steps: stepsOf(replacements) };
}

/** At the deciles of the gains that a step has a say in; each step once. */
function stepsOf(replacements: readonly Replacement[]): readonly StepEffect[] {
  const governed = replacements.filter(isFormatUpgrade);
  const gains = ascending(governed.flatMap(({ gain }) => (gain > 0 ? [gain] : [])));
  const effects = [...new Set(deciles(gains))].map((step) => ({
    step,
    replacements: 0,
    bytes: 0,
    points: 0,
  }));
  for (const { gain, sizeBytes } of governed) {
    const first = effects.find(({ step }) => gain < step);
    if (first === undefined) continue;
    first.replacements += 1;
    first.bytes += sizeBytes ?? 0;
    first.points += gain;
  }
  return cumulated(effects);
}

/** A step prevents what smaller steps prevent, and more. */
function cumulated(effects: readonly StepEffect[]): readonly StepEffect[] {
  let [replacements, bytes, points] = [0, 0, 0];
  return effects.map((effect) => {
    replacements += effect.replacements;
    bytes += effect.bytes;
    points += effect.points;
    return { step: effect.step, replacements, bytes, points };
  });
}

function bytesOf(replacements: readonly Replacement[]): number {
  let bytes = 0;
  for (const { sizeBytes } of replacements) bytes += sizeBytes ?? 0;
  return bytes;
}

/** A slot that was filled anew again and again. */
export interface Churn {
  readonly times: number;
  readonly newest: Replacement;
  readonly gain: number;
  readonly bytes: number;
}

const often = 3;

/** Slots replaced three times or more, the most often first. */
export function findChurn(index: LibraryIndex): readonly Churn[] {
  const churns: Churn[] = [];
  for (const [, own] of index.replacementsOf()) {
    const newest = own.at(-1);
    if (own.length < often || newest === undefined) continue;
    churns.push({ times: own.length, newest, gain: sum(own.map(({ gain }) => gain)), bytes: bytesOf(own) });
  }
  return churns.toSorted(
    (a, b) =>
      b.times - a.times || a.gain - b.gain || Number(slotKey(a.newest.slot) > slotKey(b.newest.slot)) - 0.5,
  );
}
