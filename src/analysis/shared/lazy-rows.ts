import type { Row, Rows } from '../../model/block.ts';

/** Rows of a long table, each made when an output asks for it: most show the first few of 100,000. */
export function lazyRows<T>(things: readonly T[], rowOf: (thing: T) => Row): Rows {
  const all = (): readonly Row[] => things.map((thing) => rowOf(thing));
  return {
    length: things.length,
    slice: (from, to) => things.slice(from, to).map((thing) => rowOf(thing)),
    map: (of) => things.map((thing, at) => of(rowOf(thing), at)),
    [Symbol.iterator]: () => all()[Symbol.iterator](),
    toJSON: all,
  };
}
