import { readFile } from 'node:fs/promises';
import { isNode } from 'yaml';
import type { z } from 'zod';
import { type EditsFile, EditsSchema, editKeys } from './edits-schema.ts';
import { nearestKey } from './nearest-key.ts';
import { ConfigError, type ConfigProblem, type Place } from './problem.ts';
import { parseYaml, type YamlFile } from './yaml-file.ts';

/** Reads a file of edits. @throws {ConfigError} with every problem and its place */
export async function loadEdits(path: string): Promise<EditsFile> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ConfigError([nowhere(path, 'cannot be read', 'Is the path right?')], { cause });
  });
  const yaml = parseYaml(text, path);
  if (yaml.faults.length > 0) {
    throw new ConfigError(
      yaml.faults.map(({ message, hint, place }) => ({ path: '', message, hint, place })),
    );
  }
  const parsed = EditsSchema.safeParse(yaml.document.toJS() ?? {});
  if (!parsed.success) throw new ConfigError(parsed.error.issues.flatMap((issue) => problemsOf(issue, yaml)));
  return parsed.data;
}

function problemsOf(issue: z.core.$ZodIssue, yaml: YamlFile): readonly ConfigProblem[] {
  if (issue.code === 'invalid_union') {
    const [closest] = issue.errors.toSorted((a, b) => b.length - a.length);
    return (closest ?? []).flatMap((inner) =>
      problemsOf({ ...inner, path: [...issue.path, ...inner.path] }, yaml),
    );
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey([...issue.path, key], yaml));
  }
  return [
    { place: placeOf(issue.path, yaml), path: issue.path.join('.'), message: issue.message, hint: null },
  ];
}

function unknownKey(path: readonly PropertyKey[], yaml: YamlFile): ConfigProblem {
  const guess = nearestKey(String(path.at(-1)), editKeys);
  const hint = guess === null ? `Keys: ${editKeys.slice(0, 3).join(', ')}` : `Did you mean "${guess}"?`;
  return { place: placeOf(path, yaml), path: path.join('.'), message: 'unknown key', hint };
}

/** Where it stands, or what it is missing from. */
function placeOf(path: readonly PropertyKey[], { document, placeAt }: YamlFile): Place {
  const around = path.map((_, at) => document.getIn(path.slice(0, path.length - at), true));
  return placeAt(around.find((node) => isNode(node))?.range?.[0] ?? 0);
}

function nowhere(path: string, message: string, hint: string): ConfigProblem {
  return { place: null, path, message, hint };
}
