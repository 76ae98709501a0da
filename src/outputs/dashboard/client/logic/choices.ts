import type { PageModel } from './page-model.ts';

/** A value that files can be filtered by, with how many have it. */
export interface Choice {
  readonly value: string;
  readonly files: number;
}

/** The values of a field over some rows, most files first. */
export function choicesOf(
  { files }: PageModel,
  rows: readonly number[],
  of: (file: PageModel['files'][number]) => readonly string[],
): readonly Choice[] {
  const counts = new Map<string, number>();
  for (const at of rows) {
    const file = files[at];
    if (file === undefined) continue;
    for (const value of of(file)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, files: count })).toSorted((a, b) => b.files - a.files);
}

/** Every custom format by name, with how many of the rows have it, those without any last. */
export function formatChoices(model: PageModel, rows: readonly number[]): readonly Choice[] {
  const matched = choicesOf(model, rows, ({ formats }) => formats.map(({ name }) => name));
  const known = new Set(matched.map(({ value }) => value));
  const names = model.report.library.instances.flatMap(({ rules }) => rules.formats.map(({ name }) => name));
  const others = [...new Set(names)].filter((name) => !known.has(name));
  return [...matched, ...others.map((value) => ({ value, files: 0 }))];
}

/** The one profile that all rows are of, by name and limits; null where scores cannot be compared. */
export function commonProfile(
  { files }: PageModel,
  rows: readonly number[],
): PageModel['files'][number]['profile'] | null {
  const first = files[rows[0] ?? -1]?.profile;
  if (first === undefined) return null;
  const isAlike = rows.every((at) => {
    const profile = files[at]?.profile;
    return (
      profile === first ||
      (profile?.name === first.name &&
        profile.minFormatScore === first.minFormatScore &&
        profile.cutoffFormatScore === first.cutoffFormatScore)
    );
  });
  return isAlike ? first : null;
}
