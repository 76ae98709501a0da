/**
 * Where a text matches, tried from each position on: `[start, end)` of the leftmost match, or null.
 * Units: UTF-16 units. Throws: RangeError when a text is so long that the stack does not do.
 */
export type Matcher = (text: string) => { readonly start: number; readonly end: number } | null;
