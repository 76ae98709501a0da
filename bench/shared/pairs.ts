import type { Figure, Say } from '../benchmark.ts';
import { figureOf, medianOf } from './figure.ts';

/** Two things that are measured in turns, in milliseconds. */
export interface Pair {
  readonly ours: () => Promise<number>;
  readonly theirs: () => Promise<number>;
  /** What the two are called. */
  readonly names: readonly [ours: string, theirs: string];
}

/** A median of so many pairs is not moved by a disturbance that hits one or two. */
const pairs = 7;

/**
 * Measures both in turns, so that what else the machine does hits both, and divides pair by pair.
 *
 * Every other pair begins with theirs: neither always runs on what the other has warmed.
 */
export async function ratioOfPairs({ ours, theirs, names }: Pair, say: Say): Promise<Figure> {
  const measured: (readonly [number, number])[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const early = pair % 2 === 0 ? null : await theirs();
    const own = await ours();
    measured.push([own, early ?? (await theirs())]);
    say(`pair ${pair + 1} of ${pairs}: ${measured.at(-1)?.map(seconds).join(' ÷ ')}`);
  }
  const [own, other] = [medianOf(measured.map(([ms]) => ms)), medianOf(measured.map(([, ms]) => ms))];
  const detail = `${names[0]} ${seconds(own)}, ${names[1]} ${seconds(other)}`;
  return figureOf(
    measured.map(([a, b]) => a / b),
    detail,
  );
}

/** `1.24 s` */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
