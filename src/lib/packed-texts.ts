/** Many short texts as bytes in large pages: outside of the heap, which would be collected again and again. */
export interface PackedTexts {
  /** Gives the place of a text. */
  readonly add: (text: string) => number;
  /** The text at a place that was given. */
  readonly at: (place: number) => string;
  readonly clear: () => void;
}

const pageBytes = 1_048_576;

/** Each text stands behind its length. */
const lengthBytes = 4;

/** UTF-8 needs no more for a unit of UTF-16. */
const bytesOfUnit = 3;

/** Empty pages are made as they are needed; a longer text gets one of its own. */
export function createPackedTexts(): PackedTexts {
  let pages: Buffer[] = [];
  let page = Buffer.of();
  let used = pageBytes;
  return {
    add: (text) => {
      const most = lengthBytes + text.length * bytesOfUnit;
      if (used + most > pageBytes) {
        page = Buffer.allocUnsafeSlow(Math.max(pageBytes, most));
        pages.push(page);
        used = 0;
      }
      const place = (pages.length - 1) * pageBytes + used;
      const written = page.write(text, used + lengthBytes);
      page.writeUInt32LE(written, used);
      used += lengthBytes + written;
      return place;
    },
    at: (place) => {
      const held = pages[Math.floor(place / pageBytes)];
      if (held === undefined) throw new RangeError(`nothing was put at ${place}`);
      const start = (place % pageBytes) + lengthBytes;
      return held.toString('utf8', start, start + held.readUInt32LE(start - lengthBytes));
    },
    clear: () => {
      pages = [];
      page = Buffer.of();
      used = pageBytes;
    },
  };
}
