import { copyFile, readdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
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

/** Which files to keep. */
export interface Keeping {
  /** `arr-score-{date}`; without `{date}` every run replaces the one before, and nothing is removed. */
  readonly template: string;
  /** What is after the name in the files of this output: `.csv`, `.changes.parquet`. */
  readonly endings: readonly string[];
  /** Days. */
  readonly keep: number;
}

/**
 * Removes all but the newest days of an output: files whose name is that of the template with another date, and that
 * end as the newest do. Nothing else in the folder is touched.
 *
 * @returns the names that are gone
 */
export async function keepNewest(
  folder: string,
  { template, endings, keep }: Keeping,
): Promise<readonly string[]> {
  const [before = '', after, ...more] = template.split('{date}');
  if (after === undefined || more.length > 0) return [];
  const dateOf = (file: string): string | null => {
    const date = file.slice(before.length, before.length + 10);
    const rest = file.slice(before.length + 10);
    const isOurs = file.startsWith(before) && /^\d{4}-\d\d-\d\d$/.test(date);
    return isOurs && endings.some((ending) => rest === `${after}${ending}`) ? date : null;
  };
  const files = await readdir(folder);
  const dates = [...new Set(files.map(dateOf).filter((date) => date !== null))].toSorted();
  const old = new Set(dates.slice(0, Math.max(0, dates.length - keep)));
  const gone = files.filter((file) => old.has(dateOf(file) ?? ''));
  for (const file of gone) await rm(join(folder, file));
  return gone.toSorted();
}
