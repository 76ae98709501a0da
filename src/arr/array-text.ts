/** Who takes the elements of the array, some at a time; `text` is the JSON they were parsed from. */
export type TakeElements = (elements: readonly unknown[], text: string) => void;

/** Cuts the bytes of a JSON array into elements while they arrive. */
export interface ElementSplitter {
  /** @throws {ArrayTextError} */
  readonly push: (bytes: Uint8Array) => void;
  /** @throws {ArrayTextError} when the array is not at its end */
  readonly end: () => void;
}

/** How much is held at once, and how much is taken in all. */
export interface SplitterLimits {
  /** Bytes gathered before they are parsed: many small elements at once are parsed faster than one by one. */
  readonly batchBytes: number;
  readonly elementBytes: number;
  readonly elements: number;
}

/** A text that is no JSON array. The message says where, and never what stands there. */
export class ArrayTextError extends Error {
  override readonly name = 'ArrayTextError';
}
