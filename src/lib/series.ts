import { numberAt as numberIn } from './number-at.ts';

/** Values in an order, of which each is there when it is asked for; a list is one, too. */
export interface Series<T> extends Iterable<T> {
  readonly length: number;
  /** The value at a place, from 0; undefined behind the last one. */
  readonly at: (place: number) => T | undefined;
  /** See `fieldOf`; only where a value has to be made. */
  readonly fieldAt?: FieldAt<T>;
}

/** Gives one field of the value at a place. */
export type FieldAt<T> = <Field extends keyof T>(place: number, field: Field) => T[Field];

/** A series whose values are made anew whenever they are asked for: what is held is what they are made of. */
export function seriesOf<T>(length: number, make: (place: number) => T, fieldAt?: FieldAt<T>): Series<T> {
  return {
    length,
    at: (place) => (place >= 0 && place < length ? make(place) : undefined),
    ...(fieldAt === undefined ? {} : { fieldAt: within(length, fieldAt) }),
    *[Symbol.iterator]() {
      for (let place = 0; place < length; place += 1) yield make(place);
    },
  };
}

/** A row behind the last one may have been put since. */
function within<T>(length: number, fieldAt: FieldAt<T>): FieldAt<T> {
  return (place, field) => {
    if (place < 0 || place >= length) throw new RangeError(`a series of ${length} has no value at ${place}`);
    return fieldAt(place, field);
  };
}

/** The value at a place. @throws {RangeError} where there is none */
export function valueAt<T>(series: Series<T>, place: number): T {
  const value = place < 0 ? undefined : series.at(place);
  if (value === undefined) throw new RangeError(`a series has no value at ${place}`);
  return value;
}

/** One field of the value at a place, without the rest of it being made: who goes through 200,000 values asks for little. */
export function fieldOf<T, Field extends keyof T>(series: Series<T>, place: number, field: Field): T[Field] {
  return series.fieldAt === undefined ? valueAt(series, place)[field] : series.fieldAt(place, field);
}

/** The values from one place to before another, as a list. */
export function valuesIn<T>(series: Series<T>, from: number, to: number): readonly T[] {
  const length = Math.max(0, Math.min(to, series.length) - from);
  return Array.from({ length }, (_, at) => valueAt(series, from + at));
}

/** The values that pass, in their order. What is held of each is its place. @param passes  is given the place of each */
export function filtered<T>(series: Series<T>, passes: (place: number) => boolean): Series<T> {
  const places: number[] = [];
  for (let place = 0; place < series.length; place += 1) if (passes(place)) places.push(place);
  return chosen(series, Uint32Array.from(places));
}

/**
 * The same values in ascending order of a number; equals stay as they are.
 *
 * @param numberAt  the number of the value at a place
 */
export function ordered<T>(series: Series<T>, numberAt: (place: number) => number): Series<T> {
  const numbers = Float64Array.from({ length: series.length }, (_, place) => numberAt(place));
  if (numbers.every((number, at) => at === 0 || number >= numberIn(numbers, at - 1))) return series;
  const places = Uint32Array.from(numbers.keys());
  return chosen(
    series,
    places.sort((a, b) => numberIn(numbers, a) - numberIn(numbers, b) || a - b),
  );
}

/** The values at some places. @param places  of the series, each less than its length */
export function chosen<T>(series: Series<T>, places: Uint32Array): Series<T> {
  return seriesOf(
    places.length,
    (at) => valueAt(series, numberIn(places, at)),
    (at, field) => fieldOf(series, numberIn(places, at), field),
  );
}
