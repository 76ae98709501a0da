import { copyFile, readdir, rm, symlink } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { refuse } from './destination.ts';

/** Makes `latest.html` lead to the newest dashboard, and so on for each file of a run. @throws {AppError} code `output` */
export async function pointLatest(
  folder: string,
  name: string,
  files: readonly string[],
): Promise<readonly string[]> {
  const links: string[] = [];
  for (const file of files) {
    const link = `latest${file.slice(name.length)}`;
    await replaceLink(folder, file, link).catch((cause: unknown) => refuse(join(folder, link), cause));
    links.push(link);
  }
  return links;
}

/** A link where the system has them, otherwise a copy. */
async function replaceLink(folder: string, file: string, link: string): Promise<void> {
  const path = join(folder, link);
  await rm(path, { force: true });
  await symlink(file, path).catch(() => copyFile(join(folder, file), path));
}

/**
 * Removes all but the newest runs of a template: files whose name is that of the template with another date. Nothing
 * else in the folder is touched.
 *
 * @param template  `arr-score-{date}`; without `{date}` every run replaces the one before, and nothing is removed
 * @returns the names that are gone
 */
export async function keepNewest(folder: string, template: string, keep: number): Promise<readonly string[]> {
  const [before = '', after, ...more] = template.split('{date}');
  if (after === undefined || more.length > 0) return [];
  const dateOf = (file: string): string | null => {
    const date = file.slice(before.length, before.length + 10);
    const rest = file.slice(before.length + 10);
    const isOurs = file.startsWith(before) && /^\d{4}-\d\d-\d\d$/.test(date) && rest.startsWith(`${after}.`);
    return isOurs && known.has(extname(file)) ? date : null;
  };
  const files = await readdir(folder);
  const dates = [...new Set(files.map(dateOf).filter((date) => date !== null))].toSorted();
  const old = new Set(dates.slice(0, Math.max(0, dates.length - keep)));
  const gone = files.filter((file) => old.has(dateOf(file) ?? ''));
  for (const file of gone) await rm(join(folder, file));
  return gone.toSorted();
}

/** What outputs are called: a stranger's file beside them stays. */
const known = new Set(['.csv', '.html', '.json', '.md', '.ndjson', '.parquet', '.prom', '.xlsx']);
