/** The texts of a file that often follow from each other. */
export interface FileTexts {
  readonly relativePath: string;
  readonly path: string;
  readonly sceneName: string | null;
  readonly originalFilePath: string | null;
}

/** What a file's texts are where nothing else is said: both sides of the packing ask here. */
export function derivedTexts(
  itemPath: string,
  relativePath: string,
): Pick<FileTexts, 'path' | 'sceneName' | 'originalFilePath'> {
  const name = relativePath.slice(
    Math.max(relativePath.lastIndexOf('/'), relativePath.lastIndexOf('\\')) + 1,
  );
  const separator = itemPath.includes('\\') && !itemPath.includes('/') ? '\\' : '/';
  return {
    path: `${itemPath}${separator}${relativePath}`,
    sceneName: withoutEnding(name),
    originalFilePath: relativePath,
  };
}

/** A name up to its last dot. */
function withoutEnding(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}
