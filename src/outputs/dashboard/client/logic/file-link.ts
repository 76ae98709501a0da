import { appNames } from '../../../../model/service.ts';
import type { PageModel } from './page-model.ts';

/** A link into the server that a file is of; null while links are off. */
export interface FileLink {
  readonly href: string;
  readonly app: string;
}

/** `/movie/603` of Radarr, `/series/dark` of Sonarr, below the address that people use. Other schemes are refused. */
export function fileLink({ report }: PageModel, file: PageModel['files'][number]): FileLink | null {
  const found = report.library.instances.find(
    ({ instance }) => instance.name === file.instance && instance.service === file.service,
  );
  const base = found?.externalUrl ?? null;
  const path = pagePath(file);
  if (base === null || path === null || !/^https?:\/\//i.test(base)) return null;
  return { href: `${base.replace(/\/+$/, '')}/${path}`, app: appNames[file.service] };
}

function pagePath({ service, item }: PageModel['files'][number]): string | null {
  if (service === 'sonarr') return `series/${encodeURIComponent(item.titleSlug)}`;
  return item.tmdbId === null ? null : `movie/${item.tmdbId}`;
}
