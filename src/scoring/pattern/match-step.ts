import type { SyntaxNode } from './syntax-node.ts';

/**
 * One step of a match: from a position on, through its own node and all that comes after it.
 *
 * @returns where the whole match ends, -1 when there is none this way
 * Whatever a step changed (what groups took, how often a loop came round) is as before when it gives up.
 * Throws: RangeError when the steps go deeper than the stack.
 */
export type Step = (at: number) => number;

/** The text and what the groups have taken of it so far; one of it for all matches of a pattern. */
export type Run = {
  text: string;
  /** By the group's number, for those that took something. */
  taken: ReadonlyMap<number, Taken>;
};

/** What a group took: from the first unit to the one after the last. */
export type Taken = readonly [from: number, to: number];

/** Which way a match goes: a character lies at `position + look` and is passed by adding `pace`. */
export type Direction = { readonly pace: 1 | -1; readonly look: 0 | -1 };

/** From left to right. */
export const onward: Direction = { pace: 1, look: 0 };

/** From right to left: inside a look behind. */
export const backward: Direction = { pace: -1, look: -1 };

/** How steps are built. */
export type Build = {
  readonly run: Run;
  /** The groups that some reference asks for. */
  readonly groups: ReadonlySet<number>;
  readonly direction: Direction;
  /** Builds the step of a node that leads to `next`. */
  readonly build: (node: SyntaxNode, next: Step, how: Build) => Step;
};
