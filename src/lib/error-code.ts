/** What the system calls a fault: `ENOENT`; empty for anything that has no such name. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
