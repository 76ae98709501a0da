import { numberAt } from '../../lib/number-at.ts';

/** Members by their place: what each is worth, and which it excludes. Exclusion is mutual. */
export interface Rivalry {
  /** Above 0. */
  readonly points: readonly number[];
  readonly rivals: readonly ReadonlySet<number>[];
}

/** Points together, and the places of what gives them. */
export interface Heaviest {
  readonly points: number;
  readonly places: readonly number[];
}

/** How far to search. */
export interface SearchLimits {
  /** Only more than this is of interest. */
  readonly floor?: number;
  readonly maxSteps?: number;
}

/**
 * The most points that members give which do not exclude each other; null when that is not above `floor`.
 *
 * Branch and bound: members that all exclude each other give at most their best. The search is exact up to
 * `maxSteps` branches; from there on nothing excludes anything, so the answer is never too small.
 */
export function heaviestSet(
  rivalry: Rivalry,
  members: readonly number[],
  { floor = 0, maxSteps = 50_000 }: SearchLimits = {},
): Heaviest | null {
  let steps = 0;
  const search = (rest: readonly number[], least: number): Heaviest | null => {
    steps += 1;
    if (atMost(rivalry, rest) <= least) return null;
    const torn = steps > maxSteps ? undefined : mostTorn(rivalry, rest);
    if (torn === undefined) return { points: sumOf(rivalry, rest), places: rest };
    const others = rest.filter((member) => member !== torn);
    const free = others.filter((member) => !isRival(rivalry, torn, member));
    const found = search(free, least - worth(rivalry, torn));
    const points = worth(rivalry, torn) + (found?.points ?? 0);
    const within = found && { points, places: [torn, ...found.places] };
    return search(others, within?.points ?? least) ?? within;
  };
  return search(
    members.toSorted((a, b) => worth(rivalry, b) - worth(rivalry, a)),
    floor,
  );
}

function worth({ points }: Rivalry, member: number): number {
  return numberAt(points, member);
}

function isRival({ rivals }: Rivalry, a: number, b: number): boolean {
  return rivals[a]?.has(b) === true;
}

function sumOf(rivalry: Rivalry, members: readonly number[]): number {
  return members.reduce((sum, member) => sum + worth(rivalry, member), 0);
}

/** Greedy cover by circles of rivals, best member first: a circle gives its first member at most. */
function atMost(rivalry: Rivalry, rest: readonly number[]): number {
  const circles: number[][] = [];
  let sum = 0;
  for (const member of rest) {
    const circle = circles.find((one) => one.every((other) => isRival(rivalry, member, other)));
    if (circle !== undefined) circle.push(member);
    else {
      circles.push([member]);
      sum += worth(rivalry, member);
    }
  }
  return sum;
}

/** The member that excludes the most others; undefined when nobody excludes anybody. */
function mostTorn(rivalry: Rivalry, rest: readonly number[]): number | undefined {
  const counts = rest.map((member) => ({
    member,
    count: rest.filter((other) => isRival(rivalry, member, other)).length,
  }));
  return counts.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)[0]?.member;
}
