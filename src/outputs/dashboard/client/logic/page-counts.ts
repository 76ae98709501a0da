import type { Page } from '../../../../model/report.ts';
import type { PageModel } from './page-model.ts';

/** The figure beside each page in the rail; none where there is nothing to count. */
export function pageCounts({ report, files }: PageModel): Readonly<Partial<Record<Page, number>>> {
  if (files.length === 0) return {};
  const { instances } = report.library;
  const listed = (name: string): number | null =>
    report.sections.find((section) => section.name === name)?.count ?? null;
  const names = new Set(instances.flatMap(({ rules }) => rules.formats.map(({ name }) => name)));
  const [act, seasons] = [listed('upgrade-candidates'), listed('seasons')];
  return {
    files: files.length,
    formats: names.size,
    profiles: instances.reduce((sum, { rules }) => sum + rules.profiles.length, 0),
    ...(act === null ? {} : { act }),
    ...(seasons === null ? {} : { seasons }),
  };
}
