import type { FormatReason } from './evidence.ts';

/** A stretch of a text; marked where a pattern of a format with points matched. */
export interface MarkedPiece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Cuts a text at the ends of matches; matches that overlap are one. */
export function markText(whole: string, reasons: readonly FormatReason[]): readonly MarkedPiece[] {
  const spans = reasons
    .flatMap(({ text }) => (text !== null && text.whole === whole ? [[text.from, text.to] as const] : []))
    .toSorted((a, b) => a[0] - b[0]);
  const pieces: MarkedPiece[] = [];
  let end = 0;
  for (const [from, to] of spans) {
    const start = Math.max(from, end);
    if (to <= start) continue;
    if (start > end) pieces.push({ text: whole.slice(end, start), isMarked: false });
    pieces.push({ text: whole.slice(start, to), isMarked: true });
    end = to;
  }
  if (end < whole.length) pieces.push({ text: whole.slice(end), isMarked: false });
  return pieces;
}

/** The text in which most formats found something; null where none did. */
export function mostMatched(reasons: readonly FormatReason[]): string | null {
  const counts = new Map<string, number>();
  for (const { text } of reasons)
    if (text !== null) counts.set(text.whole, (counts.get(text.whole) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
