import type { CharSet } from './char-set.ts';

/** A place between characters that a pattern can ask for. */
export type Anchor =
  | 'start' // \A, \G, ^
  | 'line start' // ^ with the option m
  | 'end' // \z
  | 'end or last line feed' // $, \Z
  | 'line end' // $ with the option m
  | 'boundary' // \b
  | 'no boundary'; // \B

/**
 * What a pattern says, once its writing is forgotten: options, escapes, names and classes are resolved into sets of
 * characters and numbers of groups. Groups that only hold together are gone.
 */
export type SyntaxNode =
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'sequence'; readonly parts: readonly SyntaxNode[] }
  | { readonly kind: 'choice'; readonly options: readonly SyntaxNode[] }
  | LoopNode
  | { readonly kind: 'capture'; readonly group: number; readonly body: SyntaxNode }
  | {
      readonly kind: 'look';
      readonly isBehind: boolean;
      readonly isNegative: boolean;
      readonly body: SyntaxNode;
    }
  | { readonly kind: 'atomic'; readonly body: SyntaxNode }
  | { readonly kind: 'anchor'; readonly anchor: Anchor }
  | { readonly kind: 'reference'; readonly group: number; readonly ignoresCase: boolean };

/** A repetition; `max` is infinite where there is no end. */
export type LoopNode = {
  readonly kind: 'loop';
  readonly body: SyntaxNode;
  readonly min: number;
  readonly max: number;
  readonly isLazy: boolean;
};

/** Matches anywhere, and nothing. */
export const nothing: SyntaxNode = { kind: 'sequence', parts: [] };
