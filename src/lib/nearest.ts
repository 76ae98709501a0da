/**
 * The known word that somebody probably meant: at most two letters (of short words: one) are wrong, missing,
 * too many or swapped. null when none is that near; the first of equals.
 */
export function nearest(word: string, known: readonly string[]): string | null {
  const limit = word.length > 3 ? 2 : 1;
  let best: string | null = null;
  let least = limit + 1;
  for (const candidate of known) {
    const steps = Math.abs(candidate.length - word.length) > limit ? least : distance(word, candidate);
    if (steps < least) {
      best = candidate;
      least = steps;
    }
  }
  return best;
}

/** Optimal string alignment: letters to change, add, drop or swap with their neighbour. */
function distance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const changed = cell(row, j - 1) + (isSame ? 0 : 1);
      const isSwap = i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? cell(before, j - 2) + 1 : changed;
      next.push(Math.min(changed, swapped, cell(row, j) + 1, cell(next, j - 1) + 1));
    }
    before = row;
    row = next;
  }
  return cell(row, b.length);
}

function cell(row: readonly number[], at: number): number {
  return row[at] ?? Number.POSITIVE_INFINITY;
}
