import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ConfigSource } from './config.ts';
import { decoded } from './decoded.ts';
import type { Surroundings } from './surroundings.ts';

/** What is wrong with the place of a store; null for nothing. */
export function storeFlaw(text: string): { readonly message: string; readonly hint: string | null } | null {
  if (text.trim() === '') return { message: 'is empty', hint: 'Leave it out for the usual place' };
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined || /^[a-z]:[\\/]/i.test(text)) return null;
  if (scheme !== 'postgres' && scheme !== 'postgresql') {
    return {
      message: `is of no known kind: "${scheme}:"`,
      hint: 'Write a file name, or postgres://user@host/database',
    };
  }
  const { pathname, hostname } = URL.parse(text) ?? { pathname: '', hostname: '' };
  if (pathname.length > 1 && hostname !== '') return null;
  return { message: 'names no host and database', hint: 'Write postgres://user@host/database' };
}

/** The user and password in the address of a database are no part of any message. */
export function storeSecrets(text: string | undefined): readonly string[] {
  const url = isDatabase(text) ? URL.parse(text) : null;
  return url === null || url.password === '' ? [] : [url.password, decoded(url.password)];
}

/** Where the history is: an absolute path, or the address of a database. */
export function storePlace(
  text: string | undefined,
  where: { readonly folder: string; readonly source: ConfigSource; readonly surroundings: Surroundings },
): string {
  if (isDatabase(text)) return text;
  if (text !== undefined) return resolve(where.folder, text);
  return join(usualFolder(where), 'arr-score.db');
}

function isDatabase(text: string | undefined): text is string {
  return text !== undefined && /^postgres(ql)?:/i.test(text);
}

/** A container keeps what is mounted, and nothing else. */
function usualFolder({
  source,
  surroundings: { containerFolder, dataFolder: usual },
}: Parameters<typeof storePlace>[1]): string {
  const isMounted = source.kind === 'file' ? source.why === 'container' : existsSync(containerFolder);
  return isMounted ? containerFolder : usual;
}
