interface Explained {
  readonly message: string;
  readonly hint: string;
}

type Sentence = readonly [pattern: RegExp, says: string, hint: string];

/** By SQLSTATE, then by what the system says. Source: postgresql.org, appendix A. */
const byCode: readonly Sentence[] = [
  [/^28/, 'refused user or password', 'Correct user and password in store:.'],
  [/^3D000$/, 'has no such database', 'Create it: createdb NAME.'],
  [/^42501$/, 'does not let this user do that', 'Give the user the right to make tables in the database.'],
  [/^(53100|ENOSPC)$/, 'has no room left', 'Make room on its disk, then try again: nothing was lost.'],
  [/^53/, 'has no connection or memory left', 'Try again when it has less to do.'],
  [/^(55P03|40P01|40001)$/, 'is being written by another program', 'Wait for it to end, then try again.'],
  [/^(57P0[123]|08|ECONNRESET|EPIPE)/, 'cut the connection', 'Try again when it runs: nothing was lost.'],
  [
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENOENT|EACCES)$/,
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

/** What has no code of its own, or one that says less. */
const byMessage: readonly Sentence[] = [
  [/does not support SSL/, 'does not speak TLS', 'Take sslmode out of the address.'],
  [
    /^E[A-Z]+: .*, (open|read)\b/,
    'needs a certificate that cannot be read',
    'Are the paths of sslrootcert, sslcert and sslkey in store: right?',
  ],
  [
    /Connection terminated|Client has encountered a connection error|timeout exceeded when trying/,
    'cut the connection',
    'Try again when it runs: nothing was lost.',
  ],
];

/** What a person can do about an error of PostgreSQL; null for one that is no fault of the server. */
export function explainPostgres(error: unknown, place: string): Explained | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const found =
    byMessage.find(([pattern]) => pattern.test(error.message)) ??
    byCode.find(([pattern]) => pattern.test(code));
  return found === undefined ? null : { message: `PostgreSQL ${place} ${found[1]}`, hint: found[2] };
}
