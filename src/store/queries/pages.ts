/** Rows held at once: so few that most of them are gone before they are moved to where long-lived objects are. */
export const pageRows = 1_000;

/** Pages of a query, each behind the last row of the one before. */
export async function* pages<T>(
  read: (after: T | null) => Promise<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  let after: T | null = null;
  for (;;) {
    const rows: readonly T[] = await read(after);
    if (rows.length > 0) yield rows;
    after = rows.at(-1) ?? null;
    if (rows.length < pageRows) return;
  }
}
