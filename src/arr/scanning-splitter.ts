import {
  ArrayTextError,
  type ElementSplitter,
  type SplitterLimits,
  type TakeElements,
} from './array-text.ts';
import { closeBracket, firstNotBlank, meaning, meanings, openBracket, parseArray } from './json-bytes.ts';

/**
 * Splits `[…]` at the commas of its first level and lets `JSON.parse` judge what lies between. Looks at every
 * byte: the general way. RFC 8259 forbids a byte order mark, and none is looked for.
 *
 * @param taken  elements that were taken before; where there are any, the text begins behind the comma after
 *   the last of them
 */
export function createScanningSplitter(
  take: TakeElements,
  limits: SplitterLimits,
  taken: number,
): ElementSplitter {
  const splitter = new Splitter(take, limits, taken);
  return { push: (bytes) => splitter.push(bytes), end: () => splitter.end() };
}

/** A byte that means something, and the stretch before it that is not taken yet. */
interface Mark {
  readonly means: number | undefined;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly at: number;
}

class Splitter {
  readonly #take: TakeElements;
  readonly #limits: SplitterLimits;
  readonly #kept: Uint8Array[] = [];
  #keptBytes = 0;
  #depth: number;
  #isInString = false;
  #isEscaped = false;
  #isClosed = false;
  #hasCut: boolean;
  #taken: number;

  constructor(take: TakeElements, limits: SplitterLimits, taken: number) {
    this.#take = take;
    this.#limits = limits;
    this.#taken = taken;
    this.#hasCut = taken > 0;
    this.#depth = taken > 0 ? 1 : 0;
  }

  push(bytes: Uint8Array): void {
    const from = this.#depth === 0 && !this.#isClosed ? this.#open(bytes) : 0;
    const rest = this.#isClosed ? from : this.#scan(bytes, from);
    const after = firstNotBlank(bytes, rest);
    if (after < bytes.length) throw new ArrayTextError('something follows its end');
  }

  end(): void {
    if (!this.#isClosed) throw new ArrayTextError(`it breaks off after ${this.#taken} elements`);
  }

  /** Finds the bracket that opens the array; gives the place after it, or the end while there is none yet. */
  #open(bytes: Uint8Array): number {
    const at = firstNotBlank(bytes, 0);
    if (at === bytes.length) return at;
    if (bytes[at] !== openBracket) throw new ArrayTextError('it is not an array');
    this.#depth = 1;
    return at + 1;
  }

  /** Gives the place after the bracket that closes the array, or the end. */
  #scan(bytes: Uint8Array, from: number): number {
    let start = from;
    let at = this.#isEscaped ? from + 1 : from;
    for (; at < bytes.length && !this.#isClosed; at += 1) {
      const means = meanings[bytes[at] ?? 0];
      if (means === meaning.plain) continue;
      if (this.#isInString) at += this.#readString(means);
      else start = this.#readMark({ means, bytes, start, at });
    }
    this.#isEscaped = at > bytes.length;
    if (this.#isClosed) return start;
    this.#keep(bytes.subarray(start));
    return bytes.length;
  }

  /** A byte outside texts; gives the place from which bytes are still wanted. */
  #readMark({ means, bytes, start, at }: Mark): number {
    if (means === meaning.comma) return this.#cutAt(bytes, start, at);
    return this.#nest(means) ? this.#close(bytes, start, at) : start;
  }

  /** Gives how many bytes after this one mean nothing. */
  #readString(means: number | undefined): number {
    if (means === meaning.quote) this.#isInString = false;
    return means === meaning.escape ? 1 : 0;
  }

  /** Follows brackets and strings; true at the bracket that closes the array. */
  #nest(means: number | undefined): boolean {
    if (means === meaning.quote) this.#isInString = true;
    else if (means === meaning.open) this.#depth += 1;
    else if (means === meaning.close) this.#depth -= 1;
    return this.#depth === 0;
  }

  /** Hands a batch on where one is full; gives the place from which bytes are still wanted. */
  #cutAt(bytes: Uint8Array, start: number, at: number): number {
    if (this.#depth !== 1 || this.#keptBytes + at - start < this.#limits.batchBytes) return start;
    this.#emit(bytes.subarray(start, at));
    this.#hasCut = true;
    return at + 1;
  }

  #close(bytes: Uint8Array, start: number, at: number): number {
    if (bytes[at] !== closeBracket) throw new ArrayTextError('its brackets do not fit');
    const last = bytes.subarray(start, at);
    const isBlank = this.#keptBytes === 0 && firstNotBlank(last, 0) === last.length;
    if (!isBlank || this.#hasCut) this.#emit(last);
    this.#isClosed = true;
    return at + 1;
  }

  #keep(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#keptBytes += bytes.length;
    if (this.#keptBytes > this.#limits.elementBytes + this.#limits.batchBytes) {
      throw new ArrayTextError(`[${this.#taken}] is over ${this.#limits.elementBytes} bytes long`);
    }
    this.#kept.push(Uint8Array.from(bytes));
  }

  #emit(last: Uint8Array): void {
    const text = Buffer.concat([...this.#kept.splice(0), last]).toString('utf8');
    this.#keptBytes = 0;
    const elements = this.#parse(text);
    this.#taken += elements.length;
    if (this.#taken > this.#limits.elements) {
      throw new ArrayTextError(`it has over ${this.#limits.elements} elements`);
    }
    this.#take(elements, text);
  }

  #parse(text: string): readonly unknown[] {
    const elements = parseArray(`[${text}]`);
    if (elements !== null && elements.length > 0) return elements;
    if (this.#limits.batchBytes === 0) throw new ArrayTextError(`[${this.#taken}] is not JSON`);
    throw this.#locate(text);
  }

  /** Goes through a bad batch element by element, to name the one at fault. */
  #locate(text: string): ArrayTextError {
    let before = this.#taken;
    const take: TakeElements = (elements) => {
      before += elements.length;
    };
    const one = createScanningSplitter(take, { ...this.#limits, batchBytes: 0 }, 0);
    return asArrayTextError(
      () => one.push(Buffer.from(`[${text}]`)),
      () => `[${before}] is not JSON`,
    );
  }
}

function asArrayTextError(work: () => void, message: () => string): ArrayTextError {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ArrayTextError)) throw error;
  }
  return new ArrayTextError(message());
}
