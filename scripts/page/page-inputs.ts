import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** All that the page is made of. */
const inputs = [
  'package-lock.json',
  'scripts/page',
  'src/lib',
  'src/model',
  'src/outputs/dashboard',
  'src/outputs/shared',
  'src/scoring',
];

/** A mark of everything the page is made of: another mark, another page. */
export async function markOfInputs(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await filesBelow(root)) {
    hash.update(`${path}\0`).update(await readFile(join(root, path)));
  }
  return hash.digest('hex');
}

async function filesBelow(root: string): Promise<readonly string[]> {
  const found = await Promise.all(inputs.map((input) => below(root, input)));
  return found.flat().toSorted();
}

async function below(root: string, path: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
