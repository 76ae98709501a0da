import { readFile } from 'node:fs/promises';
import { isNode } from 'yaml';
import type { z } from 'zod';
import { type EditsFile, EditsSchema, editKeys } from './edits-schema.ts';
import { nearestKey } from './nearest-key.ts';
import { ConfigError, type ConfigProblem } from './problem.ts';
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
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.flatMap((issue) => problemsOf(issue, yaml, path)));
  return parsed.data;
}

function problemsOf(issue: z.core.$ZodIssue, yaml: YamlFile, file: string): readonly ConfigProblem[] {
  if (issue.code === 'invalid_union') {
    const [closest] = issue.errors.toSorted((a, b) => b.length - a.length);
    return (closest ?? []).flatMap((inner) =>
      problemsOf({ ...inner, path: [...issue.path, ...inner.path] }, yaml, file),
    );
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey([...issue.path, key], yaml, file));
  }
  const place = placeOf(issue.path, yaml) ?? { file, line: 1, column: 1 };
  return [{ place, path: issue.path.join('.'), message: issue.message, hint: null }];
}

function unknownKey(path: readonly PropertyKey[], yaml: YamlFile, file: string): ConfigProblem {
  const guess = nearestKey(String(path.at(-1)), editKeys);
  const hint = guess === null ? `Keys: ${editKeys.slice(0, 3).join(', ')}` : `Did you mean "${guess}"?`;
  const place = placeOf(path, yaml) ?? { file, line: 1, column: 1 };
  return { place, path: path.join('.'), message: 'unknown key', hint };
}

function placeOf(path: readonly PropertyKey[], { document, placeAt }: YamlFile): ConfigProblem['place'] {
  const node = document.getIn(path, true);
  const offset = isNode(node) ? node.range?.[0] : undefined;
  return offset === undefined ? null : placeAt(offset);
}

function nowhere(path: string, message: string, hint: string): ConfigProblem {
  return { place: null, path, message, hint };
}
