interface Explained {
  readonly message: string;
  readonly hint: string;
}

/** By SQLSTATE, then by what the system says. Source: postgresql.org, appendix A. */
const sentences: readonly (readonly [pattern: RegExp, says: string, hint: string])[] = [
  [/^28/, 'refused user or password', 'Correct user and password in store:.'],
  [/^3D000$/, 'has no such database', 'Create it: createdb NAME.'],
  [/^42501$/, 'does not let this user do that', 'Give the user the right to make tables in the database.'],
  [/^(53100|ENOSPC)$/, 'has no room left', 'Make room on its disk, then try again: nothing was lost.'],
  [/^53/, 'has no connection or memory left', 'Try again when it has less to do.'],
  [/^(55P03|40P01|40001)$/, 'is being written by another program', 'Wait for it to end, then try again.'],
  [/^(57P0[123]|08|ECONNRESET|EPIPE)/, 'cut the connection', 'Try again when it runs: nothing was lost.'],
  [
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH)$/,
    'cannot be reached',
    'Does it run, and are host and port in store: right?',
  ],
  [
    /^(ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|CERT_)/,
    'shows a certificate that is not trusted',
    'Add sslrootcert=FILE to the address, or sslmode=no-verify if you must.',
  ],
  [/^XX00[012]$/, 'is damaged', 'Bring back a backup made with pg_dump.'],
];

const cut = /Connection terminated|Client has encountered a connection error|timeout exceeded when trying/;

/** What a person can do about an error of PostgreSQL; null for one that is no fault of the server. */
export function explainPostgres(error: unknown, place: string): Explained | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const found = sentences.find(([pattern]) => pattern.test(code));
  if (found !== undefined) return { message: `PostgreSQL ${place} ${found[1]}`, hint: found[2] };
  if (/does not support SSL/.test(error.message)) {
    return { message: `PostgreSQL ${place} does not speak TLS`, hint: 'Take sslmode out of the address.' };
  }
  if (!cut.test(error.message)) return null;
  return {
    message: `PostgreSQL ${place} cut the connection`,
    hint: 'Try again when it runs: nothing was lost.',
  };
}
