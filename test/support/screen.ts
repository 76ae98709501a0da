/** What stands on a terminal after this was written to it: the last text of each row, without blank rows. */
export function screenOf(written: string): readonly string[] {
  const rows: string[] = [''];
  let row = 0;
  let column = 0;
  const clearRight = (): void => {
    rows[row] = (rows[row] ?? '').slice(0, column);
  };
  const moves: Readonly<Record<string, (count: number) => void>> = {
    A: (count) => {
      row = Math.max(0, row - count);
    },
    G: (count) => {
      column = count - 1;
    },
    J: () => {
      clearRight();
      rows.length = row + 1;
    },
    K: clearRight,
  };
  for (const [, count, move, sign] of written.matchAll(/\p{Cc}\[\??(\d*)([A-Za-z])|([\s\S])/gu)) {
    if (sign === undefined) moves[move ?? '']?.(Number(count || 1));
    else if (sign === '\n') [row, column] = [row + 1, 0];
    else {
      const before = (rows[row] ?? '').padEnd(column);
      rows[row] = before.slice(0, column) + sign + before.slice(column + 1);
      column += 1;
    }
  }
  return rows.map((text) => text.trimEnd()).filter((text) => text !== '');
}
