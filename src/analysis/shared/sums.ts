import type { IndexedFile } from './indexed-file.ts';

/** Of all files together; a double episode is one file. */
export function bytesOf(files: readonly IndexedFile[]): number {
  let bytes = 0;
  for (const { file } of files) bytes += file.sizeBytes;
  return bytes;
}

/** In percent; null where there is nothing to share. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole;
}

/** How many fulfil a claim. */
export function countOf<T>(elements: readonly T[], passes: (element: T) => boolean): number {
  let count = 0;
  for (const element of elements) if (passes(element)) count += 1;
  return count;
}

/** Below it, shares and grades say little, and it is said. */
export const fewFiles = 20;
