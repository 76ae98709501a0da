import { numberAt } from '../../lib/number-at.ts';
import type { CustomFormat, Specification } from '../../model/custom-format.ts';
import type { Quality } from '../../model/quality.ts';
import type { FormatScore, QualityProfile } from '../../model/quality-profile.ts';
import type { Service } from '../../model/service.ts';
import { qualitiesOf } from '../decision/quality-order.ts';
import { type Demands, demandsOf, exclude } from './demands.ts';
import { type Dimension, dimensionsOf } from './dimension.ts';
import { type Heaviest, heaviestSet } from './heaviest-set.ts';
import { canHold } from './truth.ts';

/** The highest score that is not provably out of reach, and the formats that would give it. */
export interface Bound {
  readonly score: number;
  /** Highest first. */
  readonly formats: readonly FormatScore[];
}

interface Candidate {
  readonly worth: FormatScore;
  readonly format: CustomFormat;
  readonly demands: Demands;
}

/**
 * A score that no release the profile takes can exceed: the positive scores, without those that exclude each other.
 * A release has one quality of the allowed ones (so one source, resolution and modifier), one release type, size,
 * year and group; and what one format forces another may need otherwise. Patterns are not looked into.
 */
export function bound(profile: QualityProfile, formats: readonly CustomFormat[], service: Service): Bound {
  const candidates = candidatesOf(profile, formats);
  const conditions = candidates.flatMap(({ format }) => format.specifications);
  const dimensions = dimensionsOf({ service, qualities: takenQualities(profile), conditions });
  const choices = dimensions.map((dimension) => bestChoices(dimension, candidates));
  const best = bestOf(candidates, [...combinations(choices)].map(placesOf));
  const worths = candidates.filter((_, at) => best.includes(at)).map(({ worth }) => worth);
  return {
    score: worths.reduce((sum, { score }) => sum + score, 0),
    formats: worths.toSorted((a, b) => b.score - a.score),
  };
}

/** The heaviest set within one of the choices: those that could give the most first, so that most need no search. */
function bestOf(
  candidates: readonly Candidate[],
  choices: readonly (readonly number[])[],
): readonly number[] {
  const points = candidates.map(({ worth }) => worth.score);
  const sum = (places: readonly number[]): number =>
    places.reduce((total, place) => total + numberAt(points, place), 0);
  const rivalry = { points, rivals: rivalsOf(candidates) };
  let best: Heaviest = { points: 0, places: [] };
  for (const places of choices.toSorted((a, b) => sum(b) - sum(a))) {
    if (sum(places) <= best.points) break;
    best = heaviestSet(rivalry, places, { floor: best.points }) ?? best;
  }
  return best.places;
}

function rivalsOf(candidates: readonly Candidate[]): readonly ReadonlySet<number>[] {
  return candidates.map(
    ({ demands }) =>
      new Set(candidates.flatMap((other, at) => (exclude(demands, other.demands) ? [at] : []))),
  );
}

function placesOf(possible: Possible): readonly number[] {
  return possible.flatMap((isPossible, at) => (isPossible ? [at] : []));
}

function candidatesOf(profile: QualityProfile, formats: readonly CustomFormat[]): readonly Candidate[] {
  const byId = new Map(formats.map((format) => [format.id, format]));
  return profile.formatScores.flatMap((worth) => {
    const format = byId.get(worth.formatId);
    if (worth.score <= 0 || format === undefined) return [];
    const demands = demandsOf(format);
    return exclude(demands, demands) ? [] : [{ worth, format, demands }];
  });
}

function takenQualities({ items }: QualityProfile): readonly Quality[] {
  return items.filter(({ isAllowed }) => isAllowed).flatMap(qualitiesOf);
}

/** Which candidates a value leaves possible, by their place. */
type Possible = readonly boolean[];

/** One entry a value that leaves something possible which no other value does. */
function bestChoices(dimension: Dimension, candidates: readonly Candidate[]): readonly Possible[] {
  const groups = candidates.map(({ format }) => groupsIn(format, dimension));
  const all = dimension.values.map((truth) =>
    groups.map((own) => own.every((group) => canHold(group, truth))),
  );
  const distinct = [...new Map(all.map((possible) => [possible.map(Number).join(''), possible])).values()];
  return distinct.filter((one) => !distinct.some((other) => other !== one && covers(other, one)));
}

function groupsIn(format: CustomFormat, { implementations }: Dimension): readonly Specification[][] {
  return implementations
    .map((kind) => format.specifications.filter(({ implementation }) => implementation === kind))
    .filter((group) => group.length > 0);
}

function covers(wide: Possible, narrow: Possible): boolean {
  return narrow.every((isPossible, at) => !isPossible || wide[at] === true);
}

function* combinations(choices: readonly (readonly Possible[])[]): Generator<Possible> {
  const [first, ...rest] = choices;
  if (first === undefined) return;
  for (const possible of first) {
    if (rest.length === 0) yield possible;
    for (const others of combinations(rest)) yield possible.map((is, at) => is && others[at] === true);
  }
}
