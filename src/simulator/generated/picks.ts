import { numberAt } from '../../lib/number-at.ts';
import { randomBelow, seededRandom } from '../../lib/seeded-random.ts';
import type { Row } from '../table.ts';

/** Which recorded item each generated item is made from, and what is new about it. */
export interface Picks {
  readonly count: number;
  /** The recorded item behind the item at this index. */
  readonly template: (index: number) => Row;
  readonly titles: (index: number) => string;
  /** A recorded date, moved back by the item's own span of up to a year. */
  readonly moved: (index: number, date: unknown) => unknown;
}

/** Draws items with replacement: the same ones for the same seed. */
export function drawPicks(items: readonly Row[], count: number, seed: string | number): Picks {
  const random = seededRandom(seed);
  const numbers = Uint16Array.from({ length: items.length === 0 ? 0 : count }, () =>
    randomBelow(random, items.length),
  );
  const spans = Int32Array.from(numbers, () => -randomBelow(random, mostDays));
  const words = Uint16Array.from(numbers, () => randomBelow(random, adjectives.length * nouns.length));
  return {
    count: numbers.length,
    template: (index) => items[numberAt(numbers, index)] ?? {},
    titles: (index) => titleOf(numberAt(words, index), index),
    moved: (index, date) => movedDate(date, numberAt(spans, index)),
  };
}

const mostDays = 365;
const dayMs = 86_400_000;

function movedDate(date: unknown, days: number): unknown {
  if (typeof date !== 'string') return date;
  return `${new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length)}Z`;
}

const adjectives = [
  'Amber',
  'Brazen',
  'Crooked',
  'Distant',
  'Early',
  'Faded',
  'Gilded',
  'Hollow',
  'Idle',
  'Jagged',
];
const nouns = [
  'Anchor',
  'Bridge',
  'Canyon',
  'Delta',
  'Ember',
  'Ferry',
  'Garden',
  'Harbour',
  'Island',
  'Junction',
];

/** No two items share a title. */
function titleOf(word: number, index: number): string {
  const adjective = adjectives[word % adjectives.length];
  return `${adjective} ${nouns[Math.floor(word / adjectives.length)]} ${index + 1}`;
}
