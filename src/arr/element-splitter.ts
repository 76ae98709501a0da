import type { ElementSplitter, SplitterLimits, TakeElements } from './array-text.ts';
import { firstNotBlank, openBracket, parseArray } from './json-bytes.ts';
import { createScanningSplitter } from './scanning-splitter.ts';

/**
 * Splits `[…]` without looking at most of its bytes, so that no array is ever in memory as a whole.
 *
 * The servers print an element a line block, so that `,⏎  {` stands between two. The text up to the last of
 * these in a batch goes to `JSON.parse`, in brackets: where that succeeds, brackets and quotes before the
 * comma are balanced, so the comma is one of the first level. Where it fails, where no such text is found,
 * and at the end of the array, every byte is looked at.
 */
export function createElementSplitter(take: TakeElements, limits: SplitterLimits): ElementSplitter {
  const splitter = new Splitter(take, limits);
  return { push: (bytes) => splitter.push(bytes), end: () => splitter.end() };
}

/** Without a separator in this many batches, none is waited for. */
const patience = 4;

class Splitter {
  readonly #take: TakeElements;
  readonly #limits: SplitterLimits;
  /** One piece of memory for all batches: new ones would wait for the collector by the dozen. */
  #room = Buffer.of();
  #heldBytes = 0;
  #separator: Buffer | null = null;
  #taken = 0;
  #scanning: ElementSplitter | null = null;

  constructor(take: TakeElements, limits: SplitterLimits) {
    this.#take = take;
    this.#limits = limits;
  }

  push(bytes: Uint8Array): void {
    if (this.#scanning !== null) {
      this.#scanning.push(bytes);
      return;
    }
    this.#hold(bytes);
    if (this.#heldBytes >= this.#limits.batchBytes) this.#cut(this.#held());
  }

  end(): void {
    if (this.#scanning === null) {
      const bytes = this.#held();
      if (this.#emitRest(bytes)) return;
      this.#scanning = this.#scan(bytes);
    }
    this.#scanning.end();
  }

  /** Takes batches until too little is left for one. */
  #cut(bytes: Buffer): void {
    const { batchBytes } = this.#limits;
    this.#separator ??= separatorIn(bytes);
    let start = 0;
    while (bytes.length - start >= batchBytes) {
      const at = this.#separator === null ? -1 : placeNear(bytes, this.#separator, { start, batchBytes });
      if (at === -1 && this.#separator !== null && bytes.length - start < batchBytes * patience) break;
      if (at === -1 || !this.#takeAll(`${this.#open()}${bytes.toString('utf8', start, at)}]`)) {
        this.#scanning = this.#scan(bytes.subarray(start));
        return;
      }
      start = at + 1;
    }
    this.#room.copyWithin(0, start, bytes.length);
    this.#heldBytes = bytes.length - start;
  }

  #held(): Buffer {
    return this.#room.subarray(0, this.#heldBytes);
  }

  #hold(bytes: Uint8Array): void {
    const needed = this.#heldBytes + bytes.length;
    if (needed > this.#room.length)
      this.#room = Buffer.concat([this.#held()], needed + this.#limits.batchBytes);
    this.#room.set(bytes, this.#heldBytes);
    this.#heldBytes = needed;
  }

  /** Gives whether the array ends as it should; takes what is left of it where it does. */
  #emitRest(bytes: Buffer): boolean {
    return this.#takeAll(`${this.#open()}${bytes.toString('utf8')}`);
  }

  /** The bracket that the text lacks, once its beginning was taken. */
  #open(): string {
    return this.#taken === 0 ? '' : '[';
  }

  #takeAll(array: string): boolean {
    const elements = parseArray(array);
    if (elements === null || this.#taken + elements.length > this.#limits.elements) return false;
    // Behind a comma there is an element; only an array without any has none.
    if (elements.length === 0 && this.#taken > 0) return false;
    this.#taken += elements.length;
    this.#take(elements, array);
    return true;
  }

  #scan(bytes: Uint8Array): ElementSplitter {
    this.#room = Buffer.of();
    this.#heldBytes = 0;
    const scanning = createScanningSplitter(this.#take, this.#limits, this.#taken);
    scanning.push(bytes);
    return scanning;
  }
}

/** The last separator of a batch, or else the first behind it; -1 where there is none. */
function placeNear(
  bytes: Buffer,
  separator: Buffer,
  { start, batchBytes }: { readonly start: number; readonly batchBytes: number },
): number {
  const last = bytes.lastIndexOf(separator, start + batchBytes);
  return last > start ? last : bytes.indexOf(separator, start + batchBytes);
}

/** A comma, the line break and blanks before the first element, and its brace; null where that is not so. */
function separatorIn(bytes: Buffer): Buffer | null {
  const open = firstNotBlank(bytes, 0);
  const first = firstNotBlank(bytes, open + 1);
  const between = bytes.subarray(open + 1, first + 1).toString('latin1');
  const isSeparate = bytes[open] === openBracket && /^\r?\n\s*\{$/.test(between);
  return isSeparate ? Buffer.from(`,${between}`) : null;
}
