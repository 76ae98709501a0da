/** SQLite's own numbers. Source: sqlite.org/rescode.html; the low byte is the kind. */
const kinds: Readonly<Record<number, { readonly says: string; readonly hint: string }>> = {
  5: {
    says: 'is being written by another program',
    hint: 'Wait for the other arr-score to end, then try again.',
  },
  6: { says: 'is being written by another program', hint: 'Wait for it to end, then try again.' },
  8: { says: 'may not be written', hint: 'Make the file and its folder writable for this user.' },
  10: { says: 'cannot be read or written', hint: 'Look at the disk: the system log says more.' },
  11: {
    says: 'is damaged',
    hint: 'Keep the file, then bring back a backup: arr-score db restore FILE.',
  },
  13: { says: 'has no room left', hint: 'Make room on the disk, then try again: nothing was lost.' },
  14: { says: 'cannot be opened', hint: 'Is its folder there, and may this user read and write it?' },
  26: {
    says: 'is no database',
    hint: 'Is the path right? Nothing was changed. A damaged store comes back with arr-score db restore FILE.',
  },
};

/** What a person can do about an error of SQLite; null for one that is no fault of the file. */
export function explainSqlite(
  error: unknown,
  place: string,
): { readonly message: string; readonly hint: string } | null {
  const found = kinds[kindOf(error)];
  return found === undefined ? null : { message: `the store ${place} ${found.says}`, hint: found.hint };
}

/** Whether another connection stands in the way. */
export function isBusy(error: unknown): boolean {
  return [5, 6].includes(kindOf(error));
}

function kindOf(error: unknown): number {
  if (!(error instanceof Error)) return 0;
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode & 0xff;
  if (!('code' in error)) return 0;
  if (error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM') return 8;
  if (error.code === 'ENOSPC') return 13;
  return error.code === 'ENOTDIR' || error.code === 'EISDIR' || error.code === 'EEXIST' ? 14 : 0;
}
