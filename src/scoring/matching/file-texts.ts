import type { MediaFile } from '../../model/media-file.ts';
import type { Service } from '../../model/service.ts';

/** Which of a file's names its title was made of. */
export type TitleSource = 'sceneName' | 'originalFilePath' | 'relativePath' | 'none';

/** The two texts that title conditions are tried on. */
export interface FileTexts {
  readonly title: string;
  readonly titleSource: TitleSource;
  readonly fileName: string;
}

/** The names of a file, and how its server takes them apart. */
export interface NamedFile extends Pick<MediaFile, 'sceneName' | 'originalFilePath' | 'relativePath'> {
  readonly service: Service;
  /** Of the server: there `\` separates folders too. */
  readonly isWindows: boolean;
}

const separators = { unix: /^.*[/]/s, windows: /^.*[/\\]/s };

/** .NET's white space, which has U+0085 and lacks U+FEFF, unlike that of JavaScript. */
const blank = /^(?:[^\S\uFEFF]|\u0085)*$/;
const simplified = /(?:[^\S\uFEFF]|\u0085)*[<>?*|]/g;

/**
 * The title is the first name that is not blank: the scene name, the original file's, the present file's. Radarr
 * takes signs out of it that no file system likes. Source: servarr.md 5.1.
 */
export function fileTexts({ service, isWindows, ...file }: NamedFile): FileTexts {
  const nameOf = (path: string): string => path.replace(isWindows ? separators.windows : separators.unix, '');
  const titleSource = titleSourceOf(file);
  const title = {
    sceneName: () => `${file.sceneName}`,
    originalFilePath: () => nameOf(`${file.originalFilePath}`),
    relativePath: () => nameOf(file.relativePath),
    none: () => '',
  }[titleSource]();
  return {
    title: service === 'radarr' ? simplifyReleaseTitle(title) : title,
    titleSource,
    fileName: nameOf(file.relativePath),
  };
}

/** Whether .NET's `IsNullOrWhiteSpace` says yes. */
export function isBlank(text: string | null): boolean {
  return text === null || blank.test(text);
}

/** Radarr's `SimplifyReleaseTitle`. Source: servarr.md 5.1. */
function simplifyReleaseTitle(title: string): string {
  return title.replace(simplified, '');
}

function titleSourceOf(file: Omit<NamedFile, 'service' | 'isWindows'>): TitleSource {
  const order = ['sceneName', 'originalFilePath', 'relativePath'] as const;
  return order.find((name) => !isBlank(file[name])) ?? 'none';
}
