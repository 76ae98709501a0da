import { isFormatUpgrade } from '../shared/format-upgrade.ts';
import type { ProfileGroup } from '../shared/indexed-file.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { oncePerFile, type Replacement } from '../shared/replacements.ts';
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
  const gains = ascending(governed.map(({ gain }) => gain).filter((gain) => gain > 0));
  return [...new Set(deciles(gains))].map((step) => {
    const prevented = governed.filter(({ gain }) => gain < step);
    return {
      step,
      replacements: prevented.length,
      bytes: bytesOf(prevented),
      points: sum(prevented.map(({ gain }) => gain)),
    };
  });
}

function bytesOf(replacements: readonly Replacement[]): number {
  return sum(replacements.map(({ after }) => after.sizeBytes ?? 0));
}

/** A slot that was filled anew again and again. */
export interface Churn {
  readonly replacements: readonly Replacement[];
  readonly newest: Replacement;
  readonly gain: number;
  readonly bytes: number;
}

const often = 3;

/** Slots replaced three times or more, the most often first. */
export function findChurn(index: LibraryIndex): readonly Churn[] {
  const bySlot = Map.groupBy(index.replacements(), ({ key }) => key);
  const churns = [...bySlot.values()].flatMap((own) => {
    const newest = own.at(-1);
    if (own.length < often || newest === undefined) return [];
    return [{ replacements: own, newest, gain: sum(own.map(({ gain }) => gain)), bytes: bytesOf(own) }];
  });
  return churns.toSorted(
    (a, b) =>
      b.replacements.length - a.replacements.length ||
      a.gain - b.gain ||
      Number(a.newest.key > b.newest.key) - 0.5,
  );
}
