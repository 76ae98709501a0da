import { resolve } from 'node:path';
import { type Environment, readVariable } from './environment.ts';
import { harmless } from './harmless.ts';
import { nearestKey } from './nearest-key.ts';
import { readText } from './read-text.ts';
import type { SecretsFile } from './secrets-file.ts';
import type { Reference } from './setting.ts';

/** What references may point to. */
export interface ReferenceTargets {
  readonly environment: Environment;
  readonly secrets: SecretsFile;
  /** Relative file names start here. */
  readonly folder: string;
}

/** The value a reference stands for, or why there is none. */
export type Followed =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly message: string; readonly hint: string | null };

const tags = ['!secret', '!env', '!env_var', '!file'];

/** Follows `!secret name`, `!env NAME [default]`, `!env_var NAME [default]` or `!file path`. */
export async function followReference(
  { tag, text }: Reference,
  targets: ReferenceTargets,
): Promise<Followed> {
  const wanted = text.trim();
  if (!tags.includes(tag)) {
    const meant = nearestKey(tag.slice(1), ['secret', 'env', 'env_var', 'file']);
    const hint = meant === null ? `Known are ${tags.join(', ')}` : `Did you mean "!${meant}"?`;
    return failed(`unknown tag ${tag}`, hint);
  }
  if (wanted === '') return failed(`${tag} without a name`, `Write ${tag} NAME`);
  if (tag === '!secret') return followSecret(wanted, targets.secrets);
  if (tag === '!file') return followFile(wanted, targets.folder);
  return followVariable(wanted, tag, targets.environment);
}

function followSecret(name: string, { path, values }: SecretsFile): Followed {
  const value = values.get(name);
  if (value !== undefined && value.trim() !== '') return { ok: true, value: value.trim() };
  if (path === null) return failed('there is no secrets.yml beside this file', 'Write one: name: value');
  if (value !== undefined) return failed(`the secret ${harmless(name)} is empty`, null);
  const meant = nearestKey(name, [...values.keys()]);
  const hint = meant === null ? null : `Did you mean "${meant}"?`;
  return failed(`secrets.yml does not have ${harmless(name)}`, hint);
}

async function followFile(name: string, folder: string): Promise<Followed> {
  const file = await readText(resolve(folder, name));
  if (!file.ok) return failed(`${name} cannot be read: ${file.reason}`, null);
  const value = file.text.trim();
  return value === '' ? failed(`${name} is empty`, null) : { ok: true, value };
}

function followVariable(text: string, tag: string, environment: Environment): Followed {
  const [name = '', fallback = ''] = text.split(/\s+(.*)/s, 2);
  if (!/^\w+$/.test(name)) return failed(`${harmless(name)} is no name of a variable`, `Write ${tag} NAME`);
  const value = readVariable(environment, name) ?? withoutQuotes(fallback.trim());
  if (value !== '') return { ok: true, value: value.trim() };
  return failed(`the variable ${name} is not set`, `Set it, or write a default: ${tag} ${name} VALUE`);
}

function withoutQuotes(text: string): string {
  return /^(?<quote>["']).*\k<quote>$/s.test(text) ? text.slice(1, -1) : text;
}

function failed(message: string, hint: string | null): Followed {
  return { ok: false, message, hint };
}
