import { join } from 'node:path';
import { isMap, isScalar } from 'yaml';
import { readText } from './read-text.ts';
import type { Finding } from './setting.ts';
import { entriesOf, resolveAlias } from './yaml-entries.ts';
import { parseYaml, type YamlFile } from './yaml-file.ts';

/** `secrets.yml` beside the configuration: one flat list of names with values. */
export interface SecretsFile {
  /** `null`: there is none. */
  readonly path: string | null;
  readonly values: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

const noSecrets: SecretsFile = { path: null, values: new Map(), findings: [] };

/**
 * Reads `secrets.yml`, or else `secrets.yaml`.
 *
 * @param shown  turns a path into what people are shown
 */
export async function readSecretsFile(folder: string, shown: (path: string) => string): Promise<SecretsFile> {
  for (const name of ['secrets.yml', 'secrets.yaml']) {
    const path = join(folder, name);
    const file = await readText(path);
    if (file.ok) return { path, ...parseSecrets(parseYaml(file.text, shown(path))) };
    if (file.reason !== 'there is no such file') {
      const finding = { path: [shown(path)], message: `cannot be read: ${file.reason}`, hint: null };
      return { ...noSecrets, path, findings: [{ ...finding, place: null, meant: null }] };
    }
  }
  return noSecrets;
}

function parseSecrets(file: YamlFile): Pick<SecretsFile, 'values' | 'findings'> {
  const { document, faults, isBroken, placeAt } = file;
  const values = new Map<string, string>();
  const findings: Finding[] = [...faults];
  const wrong = (at: number, path: readonly string[]): void => {
    const message = 'expected names with one value each';
    findings.push({ path, message, hint: 'Write name: value', place: placeAt(at), meant: null });
  };
  if (isBroken || document.contents === null) return { values, findings };
  if (!isMap(document.contents)) {
    wrong(0, []);
    return { values, findings };
  }
  for (const { key, at, node: given } of entriesOf(document.contents, document)) {
    const node = resolveAlias(given, document);
    if (isScalar(node) && node.value !== null) values.set(key, textOf(node));
    else wrong(at, [key]);
  }
  return { values, findings };
}

function textOf({ value, source }: { readonly value: unknown; readonly source?: string }): string {
  return typeof value === 'string' ? value : (source ?? '');
}
