import { has } from './char-set.ts';
import { boundarySet } from './named-sets.ts';
import type { PatternProblem, UnsupportedConstruct } from './pattern.ts';
import { PatternError } from './pattern-error.ts';
import type { PatternOptions } from './pattern-options.ts';

/** A pattern being read: the one mutable thing of the parser, handed from reader to reader. */
export class PatternReader {
  readonly source: string;
  /** Where the next character is, in UTF-16 units. */
  at = 0;
  options: PatternOptions;
  /** How many groups are open here. */
  depth = 0;
  /** The first construct that .NET knows and we do not evaluate. */
  unsupported: { readonly construct: UnsupportedConstruct; readonly at: number } | null = null;

  constructor(source: string, options: PatternOptions) {
    this.source = source;
    this.options = options;
  }

  get isAtEnd(): boolean {
    return this.at >= this.source.length;
  }

  /** The character `ahead` of the next one; empty past the end. */
  peek(ahead: number = 0): string {
    return this.source.charAt(this.at + ahead);
  }

  startsWith(text: string): boolean {
    return this.source.startsWith(text, this.at);
  }

  /** The next character, passed over; empty at the end. */
  take(): string {
    this.at += 1;
    return this.source.charAt(this.at - 1);
  }

  /** Passes over the text if it comes next. */
  accept(text: string): boolean {
    const isNext = this.startsWith(text);
    if (isNext) this.at += text.length;
    return isNext;
  }

  /** Passes over decimal digits and gives their value. */
  takeNumber(): number {
    const from = this.at;
    while (isDigit(this.peek())) this.at += 1;
    const value = Number(this.source.slice(from, this.at));
    if (value > 0x7fffffff) throw this.refuse('QuantifierOrCaptureGroupOutOfRange', from);
    return value;
  }

  /** Passes over the characters a group's name is made of. */
  takeName(): string {
    const from = this.at;
    while (isNameCharacter(this.peek())) this.at += 1;
    return this.source.slice(from, this.at);
  }

  /** Passes over comments, and with the option x over white space. */
  skipBlank(): void {
    for (;;) {
      if (this.options.extended && isBlank(this.peek())) this.at += 1;
      else if (this.options.extended && this.peek() === '#') this.skipPast('\n');
      else if (this.startsWith('(?#')) this.skipComment();
      else return;
    }
  }

  /** The error to throw: .NET refuses the pattern. */
  refuse(problem: PatternProblem, at: number): PatternError {
    return new PatternError(problem, at);
  }

  private skipComment(): void {
    const from = this.at;
    if (!this.skipPast(')')) throw this.refuse('UnterminatedComment', from);
  }

  private skipPast(end: string): boolean {
    const found = this.source.indexOf(end, this.at);
    this.at = found < 0 ? this.source.length : found + 1;
    return found >= 0;
  }
}

/** One of the ten ASCII digits. */
export function isDigit(character: string): boolean {
  return character >= '0' && character <= '9' && character.length === 1;
}

/** What the name of a group may be made of: `\w` and the joiners. */
export function isNameCharacter(character: string): boolean {
  return /^\w/.test(character) || (character > '\x7f' && has(boundarySet(), character.charCodeAt(0)));
}

function isBlank(character: string): boolean {
  return character !== '' && ' \t\n\f\r'.includes(character);
}
